/**
 * `npm run check:kinds [seed]`: for each kind of layer 20 random networks that have one, 3 to 10 layers each, with images
 * of 1, 3 and 4 channels among them, and windows of all sorts where the kind has one: shapes and values next to plain arithmetic, gradients in training next to the CPU
 * backend's, the explanations' own gradients and sums next to the engine's, and whether their code can be parsed. Exits with 1
 * where something differs by more than 1e-4 of the largest value in its group.
 */
import type { Tree } from '@lezer/common';
import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import { max } from 'd3-array';
import { RULES } from '@/lib/kinds/registry';
import type { LayerCode } from '@/lib/kinds/types';
import { makeParts } from '../../build/build';
import { withLab } from '../../lab';
import type { CheckedNetwork, CheckedWindow } from '../../lab/kinds';
import { stop } from '../../project';

const NETWORKS = 20;
const MOST = 1e-4;
const CHANNELS = [1, 3, 4];
const seed = Number(process.argv[2] ?? 1);

const isWhole = (tree: Tree): boolean => {
  let whole = true;
  tree.iterate({
    enter({ type }) {
      if (type.isError) whole = false;
    },
  });
  return whole;
};

/** The lines of a layer that can't be parsed in their language. */
const unparsed = ({ keras, tensorflowjs, pytorch }: LayerCode): readonly string[] => [
  ...(isWhole(javascript.parse(tensorflowjs)) ? [] : [tensorflowjs]),
  ...[keras, pytorch].filter((line) => !isWhole(python.parse(line))),
];

/** The sorts of windows that must occur for each kind with a window. */
const SORTS: Readonly<Record<string, (window: CheckedWindow) => boolean>> = {
  oblong: ({ sides }) => typeof sides !== 'number',
  even: ({ sides }) => [sides].flat().some((side) => side % 2 === 0),
  strided: ({ stride }) => stride > 1,
  valid: ({ padding }) => padding === 'valid',
  same: ({ padding }) => padding === 'same',
};

/** How many networks there are of each sort; none where nothing slides. */
const sortsOf = (windows: readonly CheckedWindow[]): readonly (readonly [sort: string, count: number])[] =>
  windows.length === 0
    ? []
    : Object.entries(SORTS).map(([sort, is]) => [sort, windows.filter(is).length] as const);

await makeParts(['words']);
const MEASURES = ['forward', 'gradients', 'backward', 'sums'] as const;
console.log(
  `${'kind'.padEnd(20)}${MEASURES.map((name) => name.padStart(11)).join('')}   channels   lines of code   windows`,
);
let wrong = 0;
await withLab('scripts/lab/kinds.ts', async (ask) => {
  for (const kind of Object.keys(RULES)) {
    const checked = await ask<readonly CheckedNetwork[]>('check', kind, seed, NETWORKS);
    const worst = MEASURES.map((name) => max(checked, ({ errors }) => errors[name]) ?? Number.NaN);
    const met = CHANNELS.filter((channels) => checked.some((one) => one.channels === channels));
    const code = checked.flatMap((one) => one.code);
    const broken = code.flatMap(unparsed);
    const sorts = sortsOf(checked.flatMap(({ windows }) => windows));
    const figures = worst.map((error) => error.toExponential(1).padStart(11)).join('');
    console.log(
      `${kind.padEnd(20)}${figures}   ${met.join(', ').padEnd(8)}   ${`${3 * code.length} parsed`.padEnd(13)}   ${sorts.map(([sort, count]) => `${count} ${sort}`).join(', ')}`,
    );
    for (const line of new Set(broken)) console.log(`  NOT PARSED: ${line}`);
    for (const { layers, errors } of checked)
      for (const name of MEASURES)
        if (!(errors[name] <= MOST))
          console.log(`  ${name} OFF by ${errors[name].toExponential(1)}: ${layers.join(' ')}`);
    const lacks = met.length < CHANNELS.length || sorts.some(([, count]) => count === 0);
    if (broken.length > 0 || worst.some((error) => !(error <= MOST)) || lacks) wrong++;
  }
});
if (wrong > 0)
  stop(
    `${wrong} kinds of layers are wrong, or did not occur with ${CHANNELS.join(', ')} channels and all sorts of windows.`,
  );
console.log(`\nAll kinds agree within ${MOST}, ${NETWORKS} networks each.`);
