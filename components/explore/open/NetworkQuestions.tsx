'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { Field } from '@/components/controls/Field';
import { formatCount, formatShape } from '@/lib/format/format';
import { readClassNames } from '@/lib/interchange/class-names';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { turnToOpened } from '@/lib/store/session/turn-to-opened';
import { dataSetFor } from '@/lib/store/subject/opened-subject';
import words from '@/words/open-network';
import styles from './Open.module.css';
import { PreparationChoice } from './PreparationChoice';
import { TryImagePicker } from './TryImagePicker';
import { usePreparation } from './use-preparation';
import { useTryImage } from './use-try-image';

interface Props {
  /** What it was found in. */
  readonly file: string;
  readonly network: OpenedNetwork;
  onClose(): void;
}

/** Grey images are digits most often, and digits are called by their number. */
function namesFrom({ architecture, namesClasses }: OpenedNetwork): string {
  const { classes, input } = architecture;
  const asTheyAre = namesClasses || input[2] === 1;
  return classes.map((name, number) => (asTheyAre ? name : words.classNumber({ number }))).join('\n');
}

/** Asks what a network's file leaves open, and shows for an image what follows from the answers. */
export function NetworkQuestions({ file, network, onClose }: Props) {
  const { architecture, weights } = network;
  const [, , channels] = architecture.input;
  const router = useRouter();
  const [name, setName] = useState(architecture.name);
  const [text, setText] = useState(() => namesFrom(network));
  const [using, setUsing] = useState(false);
  const dataSet = useMemo(() => dataSetFor('opened', architecture), [architecture]);
  const tried = useTryImage(dataSet);
  const image = tried.chosen?.image ?? null;
  const ways = usePreparation({ network, image, isOver: using });
  const { prepared } = ways;
  const count = architecture.classes.length;
  const names = readClassNames(text, count);
  const noName = name.trim() === '';

  async function use() {
    if (!names.ok || noName || !prepared) return;
    setUsing(true);
    const named = { ...prepared, name: name.trim(), classes: names.value };
    await turnToOpened({ architecture: named, weights }, tried.chosen);
    router.push('/trace/');
  }

  return (
    <section aria-labelledby="questions" className={styles.questions}>
      <h2 id="questions">{architecture.name}</h2>
      <NetworkSummary file={file} network={network} />
      <fieldset className={styles.preparation}>
        <legend>{words.preparation()}</legend>
        <p>
          {words.preparationHow()} {channels === 1 && words.greyHow()}
        </p>
        <TryImagePicker tried={tried} dataSet={dataSet} />
        <PreparationChoice
          names={ways.names}
          channels={channels}
          proposal={ways.proposal}
          chosen={ways.chosen}
          custom={ways.text}
          predictions={ways.predictions}
          classes={names.ok ? names.value : architecture.classes}
          onChoose={ways.choose}
          onType={ways.type}
        />
      </fieldset>
      <div className={styles.names}>
        <Field label={words.name()} hint="" problem={noName ? words.noName() : undefined}>
          {(ties) => (
            <input {...ties} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field
          label={words.classes()}
          hint={network.namesClasses ? words.classesNamed() : words.classesUnnamed()}
          problem={names.ok ? undefined : names.problem.sentence}
        >
          {(ties) => (
            <textarea
              {...ties}
              value={text}
              rows={Math.min(12, Math.max(4, count + 1))}
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p className="button-row">
        <button
          type="button"
          className="button"
          aria-disabled={!names.ok || noName || !prepared || using}
          onClick={() => !using && void use()}
        >
          {using ? words.using() : words.use()}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {words.close()}
        </button>
      </p>
    </section>
  );
}

interface SummaryProps {
  /** What it was found in. */
  readonly file: string;
  readonly network: OpenedNetwork;
}

/** What a file's network is, and what was added to it or left out. */
function NetworkSummary({ file, network }: SummaryProps) {
  const { architecture, addsSoftmax, leavesOut } = network;
  const { layers, classes, input } = architecture;
  const pipeline = buildPipeline(architecture);
  return (
    <>
      <p className={styles.found}>
        {words.foundIn({ file })}.{' '}
        {words.summary({
          layers: formatCount(layers.length),
          weights: formatCount(pipeline.ok ? pipeline.value.parameters : 0),
          classes: formatCount(classes.length),
          shape: formatShape(input),
        })}
      </p>
      {addsSoftmax && <p>{words.addsSoftmax()}</p>}
      {leavesOut.length > 0 && <p>{words.leavesOut({ list: [...new Set(leavesOut)].join(', ') })}</p>}
    </>
  );
}
