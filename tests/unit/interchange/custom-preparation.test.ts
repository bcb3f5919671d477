import { expect, test } from 'vitest';
import {
  type CustomText,
  customPreparation,
  readDeviations,
  readMeans,
} from '@/lib/interchange/custom-preparation';
import { listedNumbers } from '@/lib/kinds/parts/typed-numbers';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { naiveForward } from '../support/naive';
import { randomWeights } from '../support/random-weights';
import { must } from '../support/result';

const networkOf = (channels: number): Architecture => ({
  name: 'net',
  input: [1, 2, channels],
  classes: ['a', 'b'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'flat', kind: 'flatten' },
    { id: 'out', kind: 'dense', units: 2, activation: 'softmax' },
  ],
});

/** What the network behind a preparation is given for black and white. */
function preparedValues(text: CustomText, channels: number): readonly number[] {
  const architecture = customPreparation(text, networkOf(channels))?.architecture;
  if (!architecture) throw new Error('no preparation');
  const weights = randomWeights(must(buildPipeline(architecture)), 1);
  const image = Array.from({ length: 2 * channels }, (_, at) => (at < channels ? 0 : 255));
  return [...naiveForward(architecture, weights, image)[1].values].map((value) => Number(value.toFixed(4)));
}

test.each([
  ['0.485, 0.456, 0.406', ['0.485', '0.456', '0.406']],
  ['[0.485,0.456,0.406]', ['0.485', '0.456', '0.406']],
  ['(.5, .25)', ['.5', '.25']],
  ['0,485; 0,456; 0,406', ['0,485', '0,456', '0,406']],
  ['0.485; 0,456; 0.406', ['0.485', '0,456', '0.406']],
  ['0,485, 0,456, 0,406', ['0,485', '0,456', '0,406']],
  ['0,5', ['0,5']],
  ['0,1,2', ['0', '1', '2']],
  ['1 0,5\t2', ['1', '0,5', '2']],
  [' ', []],
])('“%s” is a list of %j', (text, entries) => {
  expect(listedNumbers(text)).toEqual(entries);
});

test('each channel is shifted and scaled by its own numbers, or all by one', () => {
  expect(preparedValues({ means: '0.1, 0.2, 0.3', deviations: '0.5, 0.25, 0.2' }, 3)).toEqual([
    -0.2, -0.8, -1.5, 1.8, 3.2, 3.5,
  ]);
  expect(preparedValues({ means: '0,5', deviations: '0,5' }, 3)).toEqual([-1, -1, -1, 1, 1, 1]);
  // A negative deviation inverts the image.
  expect(preparedValues({ means: '1', deviations: '-1' }, 1)).toEqual([1, 0]);
});

const sentences = (text: Partial<CustomText>, channels: number) => {
  const whole = { means: '0.5', deviations: '0.5', ...text };
  const [means, deviations] = [readMeans(whole, channels), readDeviations(whole, channels)];
  // The network that pages turn to is there only where nothing is wrong.
  expect(customPreparation(whole, networkOf(channels)) !== null).toBe(means.ok && deviations.ok);
  return [means, deviations].flatMap((read) => (read.ok ? [] : [read.problem.sentence]));
};

test('what can’t be used gets one sentence', () => {
  expect(sentences({}, 3)).toEqual([]);
  expect(sentences({ means: '0.5, half, x' }, 3)).toEqual(['“half” is not a number.']);
  expect(sentences({ means: '' }, 3)).toEqual([
    'There is no number. Enter one for all channels, or 3 numbers.',
  ]);
  expect(sentences({ deviations: '0.2 0.3' }, 3)).toEqual([
    'There are 2 numbers. Enter one for all channels, or 3 numbers.',
  ]);
  expect(sentences({ means: '0.2 0.3' }, 1)).toEqual(['There are 2 numbers. Enter one.']);
  expect(sentences({ deviations: '0.2, 0, 0.2' }, 3)).toEqual([
    'A deviation of 0, or nearly 0, can’t be used: values are divided by it.',
  ]);
  for (const deviations of ['1e-30', '1e-5'])
    expect(sentences({ deviations }, 3)).toEqual([
      'A deviation of 0, or nearly 0, can’t be used: values are divided by it.',
    ]);
  expect(sentences({ means: '123.68 116.78 103.94', deviations: '58.4' }, 3)).toEqual([
    '123.68 fits values from 0 to 255. Divide each number by 255.',
    '58.4 fits values from 0 to 255. Divide each number by 255.',
  ]);
  // What was meant by a deviation of 1 is open then.
  expect(sentences({ means: '123.68 1 103.94', deviations: '1' }, 3)).toEqual([
    '123.68 fits values from 0 to 255. Divide each number by 255.',
    'The means fit values from 0 to 255. If the deviations do too, divide them by 255 as well.',
  ]);
});

test.each([
  ['-3', 'small'],
  ['2.5', 'large'],
  ['256', 'large'],
  ['-120', 'small'],
])('%s is too %s', (number, size) => {
  const sentence = `${number} is too ${size}: means and deviations are of values from 0 to 1.`;
  expect(sentences({ means: `0.5, 0.5, ${number}` }, 3)).toEqual([sentence]);
  expect(sentences({ deviations: number }, 1)).toEqual([sentence]);
});
