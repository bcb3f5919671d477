import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '@/lib/kinds/outside/builders';
import type { Architecture } from '@/lib/network/architecture';
import { checkDraft } from '@/lib/network/edit/check';
import { type Draft, draftOf, type Edit, edited } from '@/lib/network/edit/draft';
import { bytesOf, troubleOf } from '@/lib/network/edit/trouble';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { anyPipeline } from '../support/networks';

const REFERENCE = must(draftOf(PRESETS.reference));
const idsOf = ({ architecture }: Draft) => architecture.layers.map(({ id }) => id);

/** The draft after something was typed into a field. */
function typed(draft: Draft, id: string, name: string, text: string): Draft {
  const at = idsOf(draft).indexOf(id);
  const layer = settingsOf(draft.architecture.layers[at])
    .find((one) => one.name === name)
    ?.write(text);
  if (!layer) throw new Error(`${name} of ${id} does not take ${text}`);
  return edited(draft, { type: 'change', at, layer });
}

/** Where the error stands, what it says, and what is offered, again and again until the draft can be used. */
function clicks(
  draft: Draft,
): readonly { readonly id: string; readonly said: string; readonly offer: string }[] {
  const { fault } = checkDraft(draft);
  if (!fault) return [];
  const { at, sentence: said, mend } = fault;
  if (!mend) throw new Error(`nothing is offered: ${said}`);
  return [
    { id: draft.architecture.layers[at].id, said, offer: mend.words },
    ...clicks(edited(draft, mend.edit)),
  ];
}

const offers = (draft: Draft) => clicks(draft).map(({ id, offer }) => `${id}: ${offer}`);

describe('one click mends', () => {
  test('a kernel that takes gigabytes, with one that fits on its maps', () => {
    const padded = typed(REFERENCE, 'conv1', 'padding', 'same');
    const draft = typed(padded, 'conv1', 'kernel', '4096');
    expect(offers(draft)).toEqual(['conv1: Use a kernel of 64 × 64']);
    expect(clicks(draft)[0].said).toMatch(/ GB .* mostly because of the layer “conv1”\.$/);
  });

  test('padding that makes the dense layer take gigabytes, at the padding', () => {
    const pad = { id: '', kind: 'zeroPadding', top: 1, bottom: 1, left: 1, right: 1 } as const;
    const draft = edited(REFERENCE, { type: 'insert', at: 4, layer: pad });
    expect(offers(typed(draft, 'pad1', 'top', '4096'))).toEqual(['pad1: Set “Top” to 128']);
  });

  test('a stride that leaves too little for the pooling after it, at the stride', () => {
    const draft = typed(REFERENCE, 'conv1', 'stride', '99999');
    expect(offers(draft)).toEqual(['conv1: Set “Stride” to 1']);
    expect(clicks(draft)[0].said).toBe(
      'The layer “conv1” shrinks its input from 64 × 64 to 1 × 1, which is too small for the layer “pool1”.',
    );
  });

  test('a kernel that is too large, with one that leaves enough for all layers after it', () => {
    expect(offers(typed(REFERENCE, 'conv1', 'kernel', '65'))).toEqual(['conv1: Use a kernel of 32 × 32']);
    expect(offers(typed(REFERENCE, 'conv1', 'kernel', '64'))).toEqual(['conv1: Use a kernel of 32 × 32']);
  });

  test('a dense layer before the flatten layer, by changing their places', () => {
    const before = edited(REFERENCE, { type: 'move', at: 7, to: 6 });
    expect(offers(before)).toEqual(['dense: Move “flatten” before it']);
    // The pooling needs the maps that a flatten layer before it would take away.
    const further = edited(REFERENCE, { type: 'move', at: 7, to: 5 });
    expect(offers(further)).toEqual(['dense: Move it behind “flatten”']);
  });

  test('a flatten layer that comes too early, or is one too many', () => {
    const early = edited(REFERENCE, { type: 'move', at: 6, to: 3 });
    expect(offers(early)).toEqual(['pool1: Move “flatten” behind “pool2”']);
    const second = edited(REFERENCE, { type: 'insert', at: 4, layer: REFERENCE.architecture.layers[6] });
    expect(offers(second)).toEqual(['conv2: Remove “flatten”']);
  });

  test('images that are too small for many layers, at the input', () => {
    const narrow = edited(REFERENCE, { type: 'resize', input: [64, 1, 3] });
    expect(offers(narrow)).toEqual(['input: Use images of 64 × 16 × 3']);
    expect(clicks(narrow)[0].said).toBe(
      'The layer “input” takes images of 64 × 1, which are too small for the layer “conv1”.',
    );
  });

  test('a pooling of a single cell, which has nothing to do', () => {
    const pooled: Edit = { type: 'insert', at: 9, layer: { ...PRESETS.tinyVgg.layers[4], id: '' } };
    const small = edited(must(draftOf({ ...PRESETS.tinyVgg, input: [18, 18, 3] })), pooled);
    expect(offers(small).at(-1)).toMatch(/^pool\d: Remove this layer$/);
  });
});

test('two errors take two clicks', () => {
  const wide = typed(typed(REFERENCE, 'dense', 'units', '900000'), 'conv1', 'padding', 'same');
  expect(offers(typed(wide, 'conv1', 'kernel', '4096')).length).toBe(2);
  const unflat = edited(typed(REFERENCE, 'conv1', 'kernel', '65'), { type: 'remove', at: 6 });
  expect(offers(unflat)).toEqual([
    'conv1: Use a kernel of 32 × 32',
    'dense: Insert a flatten layer before it',
  ]);
});

/** A network that can be used, as a draft. */
const anySound: fc.Arbitrary<Draft> = fc
  .oneof(
    fc.constantFrom<Architecture[]>(...Object.values(PRESETS)),
    anyPipeline.map(({ architecture }) => architecture),
  )
  .map((architecture) => must(draftOf(architecture)));

const excess = fc.constantFrom(7, 20, 65, 300, 2000, 4096, 20_000, 99_999, 999_999);
/** More than any network here has. */
const EXTREME = 300;

test('a network with one extreme setting is mended where it stands, and every mend leaves fewer errors', () => {
  let broken = 0;
  fc.assert(
    fc.property(anySound, fc.nat(), fc.nat(), excess, (draft, place, which, value) => {
      const { layers } = draft.architecture;
      const at = place % layers.length;
      const settings = settingsOf(layers[at]);
      const layer = settings[which % Math.max(1, settings.length)]?.write(String(value));
      let now = layer ? edited(draft, { type: 'change', at, layer }) : draft;
      const first = checkDraft(now).fault;
      if (!first) return;
      broken++;
      if (value >= EXTREME) expect(first.at).toBe(at);
      for (let click = 0; click < 2; click++) {
        const { fault } = checkDraft(now);
        if (!fault) return;
        expect(fault.mend, fault.sentence).not.toBeNull();
        const next: Draft = fault.mend ? edited(now, fault.mend.edit) : now;
        const [before, after] = [now, next].map(({ architecture }) => troubleOf(architecture));
        const saved = bytesOf(next.architecture) < bytesOf(now.architecture);
        expect(after < before || (after === before && saved)).toBe(true);
        now = next;
      }
      expect(checkDraft(now).fault).toBeNull();
    }),
    { numRuns: 2000 },
  );
  expect(broken).toBeGreaterThan(100);
});
