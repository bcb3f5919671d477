'use client';

import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import type { DraftFault, Mend } from '@/lib/network/edit/trouble';
import type { Stage } from '@/lib/network/pipeline';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/build';
import styles from './Build.module.css';
import { InputFields } from './InputFields';
import { LayerFields } from './LayerFields';
import { RowTools } from './RowTools';
import type { Drag } from './use-drag';

interface Props {
  readonly layer: Layer;
  readonly at: number;
  readonly count: number;
  /** Of the network. */
  readonly input: MapShape;
  /** Its shapes and costs; null where they can't be known. */
  readonly stage: Stage | null;
  readonly fault: DraftFault | null;
  readonly drag: Drag;
  /** Whether a layer is being added after this one. */
  readonly adding: boolean;
  onAdd(): void;
  onMove(at: number, to: number): void;
  onRemove(at: number): void;
  onMend(at: number, mend: Mend): void;
  /** What stands below it. */
  readonly children: ReactNode;
}

const isTyped = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);

/** One layer: what it is, its settings, what comes out of it and what that costs; below, what is wrong. */
export function LayerRow(props: Props) {
  const { layer, at, stage, fault, drag, onMove, onRemove, onMend } = props;
  const id = useId();
  const { name, isSource } = rulesOf(layer);
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const onHandle = event.target instanceof HTMLElement && event.target.dataset.handle !== undefined;
    if (isSource) return;
    // A closed choice opens with Alt and an arrow; everywhere else these move the layer.
    if (step && (onHandle || (event.altKey && !(event.target instanceof HTMLSelectElement)))) {
      event.preventDefault();
      onMove(at, at + step);
    } else if (event.key === 'Delete' && !isTyped(event.target)) {
      event.preventDefault();
      onRemove(at);
    }
  }
  return (
    <li
      id={`layer-${at}`}
      className={styles.row}
      data-fault={fault !== null}
      data-dragged={drag.from === at}
      data-drop={drag.dropAt(at)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        {isSource ? (
          <span className={styles.handle} />
        ) : (
          <button
            type="button"
            className={styles.handle}
            data-handle
            aria-label={words.handle({ layer: layer.id })}
            aria-describedby={fault ? `${id}-fault` : undefined}
            title={words.handleHow()}
            {...drag.handle(at)}
          >
            <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
              <path d="M2 2h1M7 2h1M2 8h1M7 8h1M2 14h1M7 14h1" stroke="currentColor" strokeWidth="2" />
            </svg>
          </button>
        )}
        <h3 className={styles.what}>
          {capital(name)} <span className={styles.id}>{layer.id}</span>
        </h3>
        <Costs stage={stage} />
        <RowTools {...props} isSource={isSource} />
      </div>
      <div className={styles.fields}>
        {isSource ? <InputFields input={props.input} /> : <LayerFields layer={layer} at={at} />}
      </div>
      {fault && (
        <div className={styles.fault}>
          <p id={`${id}-fault`}>{fault.sentence}</p>
          {fault.mend && (
            <button
              type="button"
              className="button-quiet"
              onClick={() => fault.mend && onMend(at, fault.mend)}
            >
              {fault.mend.words}
            </button>
          )}
        </div>
      )}
      {props.children}
    </li>
  );
}

/** Its output and its costs. */
function Costs({ stage }: Pick<Props, 'stage'>) {
  const unknown = <span className={styles.unknown}>{words.unknown()}</span>;
  return (
    <dl className={styles.costs}>
      <div>
        <dt>{words.output()}</dt>
        <dd className="number">{stage ? formatShape(stage.output) : unknown}</dd>
      </div>
      <div>
        <dt>{words.parameters()}</dt>
        <dd className="number">{stage ? formatCount(stage.parameters) : unknown}</dd>
      </div>
      <div>
        <dt>{words.work()}</dt>
        <dd className="number">{stage ? formatCount(stage.multiplyAdds) : unknown}</dd>
      </div>
    </dl>
  );
}
