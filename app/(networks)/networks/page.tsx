import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from 'next';
import Link from 'next/link';
import * as v from 'valibot';
import { OutOfDistribution } from '@/components/explore/outside/OutOfDistribution';
import { NextStep } from '@/components/site/NextStep';
import { Rich, type Tag } from '@/components/site/Rich';
import { ScrollBox } from '@/components/site/ScrollBox';
import { PageHead } from '@/components/site/walk/PageHead';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatPercent, formatShape, formatShort } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import { type Pipeline, pipelineOf } from '@/lib/network/pipeline';
import { inFull } from '@/lib/network/settings';
import type { ShippedFiles, ShippedSubject } from '@/lib/network/subject';
import { runLogSchema } from '@/lib/run/log';
import { SHELF } from '@/lib/shelf/shelf';
import { TITLES, type Title } from '@/lib/shelf/titles';
import words from '@/words/networks';
import outside from '@/words/outside';
import { LookAt } from './LookAt';
import styles from './Networks.module.css';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

const ABOUT: Readonly<Record<string, string>> = {
  drawings: words.drawings(),
  photographs: words.photographs(),
  digits: words.digits(),
};

const SOURCES: Readonly<Record<string, string>> = {
  photographs: 'https://www.cs.toronto.edu/~kriz/cifar.html',
  digits: 'http://yann.lecun.com/exdb/mnist/',
};

export default function NetworksPage() {
  return (
    <div className="column">
      <PageHead page="/networks/" title={words.title()} />
      <p>{words.intro()}</p>
      <p>
        <Rich text={words.data()} tags={{ data: (text) => <Link href="/data/">{text}</Link> }} />
      </p>
      {SHELF.map((subject) => (
        <Network key={subject.id} subject={subject} />
      ))}
      <section aria-labelledby="out-of-distribution">
        <h2 id="out-of-distribution">{outside.title()}</h2>
        <p>{outside.intro()}</p>
        <p>{outside.why()}</p>
        <OutOfDistribution />
      </section>
      <NextStep to={['build', 'data']} />
    </div>
  );
}

function Network({ subject }: { readonly subject: ShippedSubject }) {
  const { id, architecture } = subject;
  const title = TITLES.find((one) => one.id === id);
  if (!title) throw new Error(`no title for the network ${id}`);
  const pipeline = pipelineOf(architecture);
  const outside = (children: React.ReactNode) => (
    <a href={SOURCES[id]} rel="noreferrer">
      {children}
    </a>
  );
  const tags: Record<string, Tag> = {
    source: outside,
    credits: (children) => <Link href="/credits/">{children}</Link>,
  };
  return (
    <section aria-labelledby={`network-${id}`}>
      <h2 id={`network-${id}`}>{title.name}</h2>
      <p>
        <Rich text={ABOUT[id] ?? ''} tags={tags} />
      </p>
      <Figures subject={subject} title={title} pipeline={pipeline} />
      <Layers pipeline={pipeline} name={title.name} />
      <p className={styles.ways}>
        <LookAt id={id} to="/trace/">
          {words.open()}
        </LookAt>
        <LookAt id={id} to="/modes/metrics/">
          {words.measured()}
        </LookAt>
      </p>
    </section>
  );
}

interface FiguresProps {
  readonly subject: ShippedSubject;
  readonly title: Title;
  readonly pipeline: Pipeline;
}

/** What it was trained on and how, and how well it does. */
async function Figures({ subject, title: { test }, pipeline }: FiguresProps) {
  const { dataSet, shipped } = subject;
  const { settings, bytes } = await readShipped(shipped);
  const { optimizer, learningRate, batchSize, epochs, schedule, mirror, shift } = inFull(settings);
  const { training, heldOut } = dataSet.counts;
  const changes = shift === 0 ? 'none' : mirror ? 'both' : 'shift';
  const facts: readonly (readonly [string, string])[] = [
    [words.takes(), words.takesValue({ shape: formatShape(dataSet.shape) })],
    [words.trained(), words.images({ count: formatCount(training) })],
    [words.validated(), words.images({ count: formatCount(heldOut) })],
    [words.tested(), words.right({ share: formatPercent(test.accuracy), count: formatCount(test.images) })],
    [
      words.weights(),
      words.weightsValue({ count: formatCount(pipeline.parameters), size: formatBytes(bytes) }),
    ],
    [words.work(), formatCount(pipeline.multiplyAdds)],
    [
      words.how(),
      words.howValue({
        optimizer: optimizer === 'adam' ? words.adam() : optimizer,
        rate: formatShort(learningRate),
        schedule,
        batch: batchSize,
        epochs,
        changes,
        shift,
      }),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Its layers, one a row. */
function Layers({ pipeline, name }: { readonly pipeline: Pipeline; readonly name: string }) {
  const label = words.layers({ name });
  return (
    <details className={styles.layers}>
      <summary>{label}</summary>
      <ScrollBox label={label}>
        <table className="table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{words.layer()}</th>
              <th scope="col">{words.does()}</th>
              <th scope="col">{words.shape()}</th>
              <th scope="col">{words.parameters()}</th>
            </tr>
          </thead>
          <tbody>
            {pipeline.stages.map(({ id, layer, output, parameters }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{rulesOf(layer).operation(layer)}</td>
                <td className="number">{formatShape(output)}</td>
                <td className="number">{formatCount(parameters)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

/** What is read of a network that ships: how its run was set, and the bytes of its weights. Build time only. */
async function readShipped({ folder, weights }: ShippedFiles) {
  const at = (file: string) => join(process.cwd(), 'public', folder, file);
  const [log, ...files] = await Promise.all([
    readFile(at('log.json'), 'utf8'),
    ...weights.map((file) => stat(at(file))),
  ]);
  const { settings } = v.parse(runLogSchema, JSON.parse(log));
  return { settings, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}
