import open from '@/components/explore/open/Open.module.css';
import words from '@/words/data-camera';
import type { Captured } from './use-captured';

interface Props {
  readonly captured: Captured;
  /** The word for making a data set of what was added. */
  readonly make: string;
  /** A problem besides that of the classes. */
  readonly problem?: string;
  onMake(): void;
}

/** Another class, or a data set of those that there are. */
export function CaptureFoot({ captured, make, problem, onMake }: Props) {
  return (
    <>
      <p className="button-row">
        <button
          type="button"
          className="button-quiet"
          aria-disabled={!captured.canAddClass}
          onClick={captured.addClass}
        >
          {words.addClass()}
        </button>
        <button type="button" className="button" aria-disabled={captured.count === 0} onClick={onMake}>
          {make}
        </button>
      </p>
      <p role="alert" className={open.problem}>
        {[captured.problem, problem].filter(Boolean).join(' ')}
      </p>
    </>
  );
}
