'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { fetchPart } from '@/lib/site/fetch-part';
import { lookedAt, traceStore } from '@/lib/store/trace/trace';
import words from '@/words/save-image';
import styles from './SaveImage.module.css';

type Format = 'svg' | 'png';

/** The parts of a figure that stand side by side, such as the image, a filter and its map: each can be saved alone. */
const PARTS = '.figure-planes > *';

const partsOf = (figure: Element | null | undefined): readonly Element[] =>
  figure ? [...figure.querySelectorAll(PARTS)] : [];
const nameOf = (part: Element): string => part.querySelector('p')?.textContent ?? '';

/** The image and the epoch that the page shows, for the file's name. */
function shown(): readonly string[] {
  const view = traceStore.getState();
  const epoch = lookedAt(view)?.network.epoch;
  return [view.image?.id ?? '', epoch === undefined ? '' : words.epoch({ epoch })];
}

interface Props {
  /** A drawing that stands elsewhere. */
  readonly of?: RefObject<Element | null>;
}

/** Saves the figure in which it stands, or a part of it, with its text, as an image; or a drawing that stands elsewhere. */
export function SaveImage({ of: other }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [message, setMessage] = useState('');
  const names = usePartNames(place);
  const figure = () => (other ? other.current : place.current?.closest('figure'));
  const save = async (of: Element | null | undefined, format: Format) => {
    if (!of) return;
    const loaded = await fetchPart(() => import('@/lib/site/figure/save-figure'));
    const saved = loaded.ok ? await loaded.value.saveFigure(of, format, shown()) : loaded;
    setMessage(saved.ok ? words.saved({ name: saved.value }) : saved.problem.sentence);
  };
  return (
    <div ref={place} data-screen>
      <p className={styles.save}>
        {words.save()} <Formats svg={words.asSvg()} png={words.asPng()} onSave={(as) => save(figure(), as)} />{' '}
        <span role="status">{message}</span>
      </p>
      {names.length > 1 && (
        <ul className={`${styles.save} ${styles.parts}`}>
          {names.map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part keeps its place while its name changes
            <li key={at}>
              {name}{' '}
              <Formats
                svg={words.partAsSvg({ name })}
                png={words.partAsPng({ name })}
                onSave={(as) => save(partsOf(figure())[at], as)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FormatsProps {
  /** What the buttons are called. */
  readonly svg: string;
  readonly png: string;
  onSave(format: Format): void;
}

const Formats = ({ svg, png, onSave }: FormatsProps) => (
  <>
    <button type="button" className="button-text" aria-label={svg} onClick={() => onSave('svg')}>
      SVG
    </button>{' '}
    <button type="button" className="button-text" aria-label={png} onClick={() => onSave('png')}>
      PNG
    </button>
  </>
);

/** What the parts of the figure around an element are called at the moment: "Filter 55: …". */
function usePartNames(place: { readonly current: Element | null }): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    const figure = place.current?.closest('figure');
    if (!figure || partsOf(figure).length === 0) return;
    const look = () => {
      const now = partsOf(figure).map(nameOf);
      setNames((before) => (before.join('\n') === now.join('\n') ? before : now));
    };
    look();
    const watch = new MutationObserver(look);
    watch.observe(figure, { subtree: true, childList: true, characterData: true });
    return () => watch.disconnect();
  }, [place]);
  return names;
}
