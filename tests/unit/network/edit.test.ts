import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshLayer, INSERTED, settingsOf } from '@/lib/kinds/outside/builders';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkDraft } from '@/lib/network/edit/check';
import { type Draft, draftOf, type Edit, edited, isPossible } from '@/lib/network/edit/draft';
import { advanced, begun, redone, undone } from '@/lib/network/edit/history';
import { must } from '@/lib/result';
import { CLASS_SETS, PRESETS } from '@/lib/shelf/presets';
import { anyArchitecture } from '../support/networks';

const REFERENCE = must(draftOf(PRESETS.reference));
const idsOf = ({ architecture }: Draft) => architecture.layers.map(({ id }) => id);

/** A draft to begin with: a preset, or a small random network, which may be invalid. */
const anyDraft: fc.Arbitrary<Draft> = fc
  .oneof(fc.constantFrom<Architecture[]>(...Object.values(PRESETS)), anyArchitecture)
  .map((architecture) => must(draftOf(architecture)));

const place = fc.integer({ min: -1, max: 20 });
const side = fc.integer({ min: 1, max: 128 });
/** What can be typed into a field, sensible or not. */
const typed = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map(String),
  fc.constantFrom(
    '',
    ' 2 ',
    '2 × 3',
    '3x1',
    '0,5',
    '0.25',
    '1e-3',
    '999999',
    'x',
    '-1',
    'same',
    'softmax',
    'no',
  ),
  fc.constantFrom('0.5; 0.4; 0.4', '1', 'leakyRelu', 'linear'),
);

/** A step of someone who builds: the edit depends on what is there. */
type Step = (draft: Draft) => Edit | null;
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...INSERTED)).map(
    ([at, kind]): Step =>
      () => ({ type: 'insert', at, layer: freshLayer(kind) }),
  ),
  place.map(
    (at): Step =>
      () => ({ type: 'remove', at }),
  ),
  fc.tuple(place, place).map(
    ([at, to]): Step =>
      () => ({ type: 'move', at, to }),
  ),
  fc.tuple(side, side, fc.constantFrom(1, 3, 4)).map(
    ([height, width, channels]): Step =>
      () => ({ type: 'resize', input: [height, width, channels] }),
  ),
  fc.constantFrom(...Object.values(CLASS_SETS)).map(
    (classes): Step =>
      () => ({ type: 'classes', classes }),
  ),
  fc.tuple(fc.nat(20), fc.nat(6), typed).map(
    ([at, which, text]): Step =>
      ({ architecture: { layers } }) => {
        const settings = layers[at] ? settingsOf(layers[at]) : [];
        const layer = settings[which % Math.max(1, settings.length)]?.write(text);
        return layer ? { type: 'change', at, layer } : null;
      },
  ),
);

const afterSteps = (draft: Draft, steps: readonly Step[]): Draft =>
  steps.reduce((now, step) => {
    const edit = step(now);
    return edit ? edited(now, edit) : now;
  }, draft);

describe('a draft after any edits', () => {
  test('has its input first, one name and one key for each layer', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyStep, { maxLength: 25 }), (draft, steps) => {
        const now = afterSteps(draft, steps);
        const ids = idsOf(now);
        expect(ids[0]).toBe('input');
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(now.keys).size).toBe(ids.length);
        expect(now.keys).toHaveLength(ids.length);
      }),
    );
  });

  test('can be used, or one layer is at fault, with a sentence that names it and something that mends it', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyStep, { maxLength: 25 }), (draft, steps) => {
        const now = afterSteps(draft, steps);
        const { architecture } = now;
        const { fault, stages, parameters } = checkDraft(now);
        const pipeline = buildPipeline(architecture);
        expect(fault === null).toBe(pipeline.ok);
        if (pipeline.ok) {
          expect(stages).toEqual(
            pipeline.value.stages.map((stage, at) => ({ ...stage, title: stages[at].title })),
          );
          expect(parameters).toBe(pipeline.value.parameters);
          return;
        }
        expect(fault?.sentence).toContain(`“${architecture.layers[fault?.at ?? 0].id}”`);
        expect(fault?.mend).not.toBeNull();
      }),
    );
  });

  test('is mended by what is suggested, again and again until it can be used', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyStep, { maxLength: 25 }), (draft, steps) => {
        let now = afterSteps(draft, steps);
        for (let turn = 0; turn < 20; turn++) {
          const { fault } = checkDraft(now);
          if (!fault) return;
          expect(fault.mend).not.toBeNull();
          if (fault.mend) {
            expect(isPossible(now, fault.mend.edit)).toBe(true);
            now = edited(now, fault.mend.edit);
          }
        }
        expect(checkDraft(now).fault).toBeNull();
      }),
    );
  });
});

test('undoing every edit brings the beginning back, and redoing them the end', () => {
  fc.assert(
    fc.property(anyDraft, fc.array(anyStep, { maxLength: 15 }), (draft, steps) => {
      let history = begun(draft);
      for (const step of steps) {
        const edit = step(history.present);
        if (edit) history = advanced(history, edited(history.present, edit));
      }
      const end = history.present;
      const count = history.past.length;
      for (let at = 0; at < count; at++) history = undone(history);
      expect(history.present).toBe(draft);
      expect(undone(history)).toBe(history);
      for (let at = 0; at < count; at++) history = redone(history);
      expect(history.present).toBe(end);
      expect(redone(history)).toBe(history);
    }),
  );
});

test('letters typed into one field are undone together, and a different field apart', () => {
  let history = begun('');
  history = advanced(history, '1', 'filters');
  history = advanced(history, '12', 'filters');
  history = advanced(history, '12, 3', 'kernel');
  expect(undone(history).present).toBe('12');
  expect(undone(undone(history)).present).toBe('');
  // What was undone is not overwritten by the next letter.
  const again = advanced(undone(history), '5', 'filters');
  expect(undone(again).present).toBe('12');
});

test('a moved layer keeps its key and takes the name of its place', () => {
  const moved = edited(REFERENCE, { type: 'move', at: 4, to: 2 });
  expect(idsOf(moved)).toEqual([
    'input',
    'normalize',
    'conv1',
    'conv2',
    'pool1',
    'pool2',
    'flatten',
    'dense',
    'output',
  ]);
  expect(moved.keys).toEqual([0, 1, 4, 2, 3, 5, 6, 7, 8]);
  expect(moved.architecture.layers[2]).toMatchObject({ filters: 64 });
  expect(edited(moved, { type: 'move', at: 2, to: 4 })).toEqual(REFERENCE);
});

test('the input stays where it is, and there is no second one', () => {
  const impossible: readonly Edit[] = [
    { type: 'move', at: 0, to: 3 },
    { type: 'move', at: 3, to: 0 },
    { type: 'remove', at: 0 },
    { type: 'insert', at: 0, layer: freshLayer('flatten') },
    { type: 'insert', at: 2, layer: freshLayer('input') },
    { type: 'change', at: 2, layer: freshLayer('flatten') },
  ];
  for (const edit of impossible) expect(edited(REFERENCE, edit)).toBe(REFERENCE);
});

describe('what mends', () => {
  const mendAfter = (...edits: readonly Edit[]) => {
    const draft = edits.reduce(edited, REFERENCE);
    const { fault } = checkDraft(draft);
    return { at: fault?.at, words: fault?.mend?.words, next: fault?.mend && edited(draft, fault.mend.edit) };
  };

  test('a window that is too large is one that fits, or its maps are padded', () => {
    const fits = mendAfter({ type: 'remove', at: 5 }, { type: 'resize', input: [6, 9, 3] });
    expect([fits.at, fits.words]).toEqual([4, 'Use a kernel of 2 × 3']);
    expect(fits.next?.architecture.layers[4]).toMatchObject({ kernel: [2, 3] });
    // With a kernel of 2 × 3 nothing would be left for the second pooling.
    const { at, words, next } = mendAfter({ type: 'resize', input: [6, 9, 3] });
    expect([at, words]).toEqual([4, 'Use padding “same”']);
    expect(next && checkDraft(next).fault).toBeNull();
  });

  test('a missing flatten layer is inserted', () => {
    const { at, words, next } = mendAfter({ type: 'remove', at: 6 });
    expect([at, words]).toEqual([6, 'Insert a flatten layer before it']);
    expect(next && idsOf(next)).toEqual(idsOf(REFERENCE));
  });

  test('a convolution after the vector goes before the layer that made it', () => {
    const { at, words, next } = mendAfter({ type: 'insert', at: 7, layer: freshLayer('conv2d') });
    expect([at, words]).toEqual([7, 'Move it before “flatten”']);
    expect(next && checkDraft(next).fault).toBeNull();
  });

  test('a second flatten layer is removed', () => {
    const { at, words } = mendAfter({ type: 'insert', at: 7, layer: freshLayer('flatten') });
    expect([at, words]).toEqual([7, 'Remove this layer']);
  });

  test('the output goes to the end, or is made', () => {
    const behind = mendAfter({ type: 'insert', at: 9, layer: freshLayer('dropout') });
    expect([behind.at, behind.words]).toEqual([9, 'Move “dense2” to the end']);
    expect(behind.next && idsOf(behind.next).at(-1)).toBe('output');
    expect(mendAfter({ type: 'remove', at: 8 }).words).toBe('Use softmax and 10 units');
  });

  test('too much memory is mended where most of it goes', () => {
    const wide = { ...freshLayer('dense'), units: 100_000 };
    const { at, words, next } = mendAfter({ type: 'change', at: 7, layer: wide });
    expect(at).toBe(7);
    expect(words).toMatch(/^Use [\d,]+ units$/);
    expect(next && checkDraft(next).fault).toBeNull();
  });
});

test('a last layer that fits its classes also fits others', () => {
  const digits = edited(REFERENCE, { type: 'classes', classes: ['0', '1', '2'] });
  expect(digits.architecture.layers.at(-1)).toMatchObject({ units: 3 });
  expect(checkDraft(digits).fault).toBeNull();
});

test('every preset can be used, and every new layer has settings that its fields accept', () => {
  for (const architecture of Object.values(PRESETS))
    expect(checkDraft(must(draftOf(architecture))).fault).toBeNull();
  for (const kind of INSERTED) {
    const layer = freshLayer(kind);
    for (const setting of settingsOf(layer)) expect(setting.write(setting.text)).toEqual(layer);
  }
});

test('foreign drafts need one input, in front', () => {
  const { layers } = PRESETS.reference;
  expect(draftOf({ ...PRESETS.reference, layers: layers.slice(1) }).ok).toBe(false);
  expect(draftOf({ ...PRESETS.reference, layers: [...layers, layers[0]] }).ok).toBe(false);
});
