import { usePipeline } from '@/components/state/hooks';
import { layoutOf, type SpaceLayout } from '@/lib/provenance/space/layout';
import words from '@/words/space';
import { partWords } from './part-words';
import styles from './Space.module.css';

/** What is to scale, what is drawn in part, and how one moves. */
export function SpaceHelp({ layout }: { readonly layout: SpaceLayout }) {
  const pipeline = usePipeline();
  const parts = layout.boards.filter(({ shown, all }) => shown < all);
  return (
    <div className={styles.help}>
      <p>
        {words.scale()}
        {parts.length > 0 &&
          ` ${words.part({
            why: isForMemory(layout, layoutOf(pipeline)) ? 'memory' : 'many',
            stages: parts.map(partWords).join(', '),
          })}`}
      </p>
      <details>
        <summary>{words.keysTitle()}</summary>
        <ul>
          <li>{words.mouse()}</li>
          <li>{words.touch()}</li>
          <li>{words.keys()}</li>
        </ul>
      </details>
    </div>
  );
}

/** Whether more of a stage is drawn on devices with more memory. */
const isForMemory = ({ boards }: SpaceLayout, full: SpaceLayout): boolean =>
  boards.some(({ shown }, at) => shown < full.boards[at].shown);
