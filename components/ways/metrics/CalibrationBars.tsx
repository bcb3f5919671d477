import { Savable } from '@/components/controls/Savable';
import { Rich } from '@/components/site/Rich';
import { formatPercent, formatWholePercent } from '@/lib/format/format';
import words from '@/words/metrics';
import styles from './Metrics.module.css';

/** Answers of similar confidence. */
export interface CountedBin {
  readonly from: number;
  readonly to: number;
  /** How many images. */
  readonly images: number;
  /** Their mean confidence and the share of right answers; not numbers, or null, where there are none. */
  readonly confidence: number | null;
  readonly accuracy: number | null;
}

interface Props {
  readonly bins: readonly CountedBin[];
  /** The expected calibration error. */
  readonly error: number;
  /** Absent where the images behind the bins are not there. */
  onOpen?(at: number, title: string): void;
}

/** Whether the network is right as often as it is confident: confidence and accuracy for each bin. */
export function CalibrationBars({ bins, error, onOpen }: Props) {
  return (
    <>
      <p>
        <Rich
          text={words.calibration({ ninety: formatWholePercent(0.9), error: formatPercent(error) })}
          tags={{ n: (text) => <b className="number">{text}</b> }}
        />
      </p>
      <Savable label={words.bins()}>
        <ol className={styles.bins} aria-label={words.bins()}>
          {bins.map((bin, at) => (
            <li key={bin.from}>
              <Bin bin={bin} onOpen={onOpen && ((title) => onOpen(at, title))} />
            </li>
          ))}
        </ol>
      </Savable>
    </>
  );
}

function Bin({
  bin: { from, to, images, confidence, accuracy },
  onOpen,
}: {
  readonly bin: CountedBin;
  onOpen?(title: string): void;
}) {
  const range = words.range({ from: Math.round(from * 100), to: formatWholePercent(to) });
  const sure = confidence ?? 0;
  const right = accuracy ?? 0;
  const text =
    images === 0
      ? words.noAnswers()
      : words.answers({ count: images, sure: formatPercent(sure), right: formatPercent(right) });
  return (
    <>
      <span className="number">{range}</span>
      <span className={styles.track} aria-hidden="true">
        {images > 0 && (
          <>
            <span className={styles.right} style={{ inlineSize: `${right * 100}%` }} />
            <span className={styles.sure} style={{ insetInlineStart: `${sure * 100}%` }} />
          </>
        )}
      </span>
      {onOpen ? (
        <button
          type="button"
          className={`button-text ${styles.answers}`}
          disabled={images === 0}
          onClick={() => onOpen(words.between({ range, answers: text }))}
        >
          {text}
        </button>
      ) : (
        <span className={styles.answers}>{text}</span>
      )}
    </>
  );
}
