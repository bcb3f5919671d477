import type { Picture } from '@/lib/data/picture';
import words from '@/words/pictures';
import { PictureChoice } from './PictureChoice';
import styles from './Pictures.module.css';
import { PixelThumb } from './PixelThumb';

interface Props {
  readonly pictures: readonly Picture[];
  readonly selected: string | null;
  readonly onChoose: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The learner's own pictures, newest first, as the network sees them. */
export function OwnPictureGrid({ pictures, selected, onChoose, onRemove }: Props) {
  if (pictures.length === 0) return null;
  return (
    <div className={styles.grid}>
      {pictures.map((picture) => (
        <div key={picture.id} className={styles.own}>
          <PictureChoice
            id={picture.id}
            caption={picture.name}
            checked={selected === picture.id}
            onChoose={onChoose}
          >
            <PixelThumb pixels={picture.pixels} />
          </PictureChoice>
          <button type="button" className={styles.remove} onClick={() => onRemove(picture.id)}>
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">{words.remove({ name: picture.name })}</span>
          </button>
        </div>
      ))}
    </div>
  );
}
