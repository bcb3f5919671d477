/** Changes of a set: what they keep, and that undo gives back exactly what was there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edit, type EditedSet, edited, editedCounts, unchanged } from '@/lib/data/sets/edit/edited-set';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { advanced, begun, type History, redone, undone } from '@/lib/network/edit/history';
import { must } from '@/lib/result';
import { labelled, smallSet } from './support/forms';

const COUNT = 12;
const fresh = () => unchanged(labelled(smallSet(COUNT, [2, 2, 1], ['cat', 'dog', 'frog', 'bee'])));
const places = fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1 });
const label = fc.nat(1);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('relabel' as const), places, label }),
  fc.record({ kind: fc.constant('move' as const), places, split: fc.constantFrom(...SPLITS) }),
  fc.record({ kind: fc.constant('delete' as const), places }),
  fc.record({ kind: fc.constant('rename' as const), label, name: fc.string() }),
  fc.record({ kind: fc.constant('newClass' as const), places, name: fc.string() }),
  fc.record({ kind: fc.constant('merge' as const), label, into: label }),
);
const after = (history: History<EditedSet>, edits: readonly Edit[]): History<EditedSet> =>
  edits.reduce((now, edit) => {
    // Merging may leave one class only; an edit that names the other can't be made by anyone.
    if (now.present.classes.length < 2) return now;
    const next = edited(now.present, edit);
    return next.ok ? advanced(now, next.value) : now;
  }, history);
const plain = ({ labels, splits, there, classes, count }: EditedSet) =>
  structuredClone({ labels, splits, there, classes, count });
const total = (set: EditedSet) =>
  editedCounts(set)
    .flat()
    .reduce((sum, count) => sum + count, 0);

test('undo restores exactly, and redo makes the same again, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 20 }), (edits) => {
      let history = begun(fresh());
      const states = [plain(history.present)];
      for (const edit of edits) {
        const next = after(history, [edit]);
        if (next !== history) states.push(plain(next.present));
        history = next;
      }
      const last = states.length - 1;
      for (let at = last - 1; at >= 0; at--) {
        history = undone(history);
        expect(plain(history.present)).toEqual(states[at]);
      }
      expect(undone(history)).toBe(history);
      for (let at = 1; at <= last; at++) {
        history = redone(history);
        expect(plain(history.present)).toEqual(states[at]);
      }
    }),
  );
});

test('every label is a class, and the number of images changes by deleting alone', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 20 }), (edits) => {
      const { present } = after(begun(fresh()), edits);
      expect(Math.max(...present.labels)).toBeLessThan(present.classes.length);
      const gone = new Set(edits.flatMap((edit) => (edit.kind === 'delete' ? edit.places : [])));
      expect(total(present)).toBeGreaterThanOrEqual(COUNT - gone.size);
      if (gone.size === 0) expect(total(present)).toBe(COUNT);
    }),
  );
});

test('merging keeps the counts of every split', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 8 }), label, label, (edits, from, into) => {
      const { present } = after(begun(fresh()), edits);
      if (present.classes.length < 2) return;
      const before = editedCounts(present);
      const now = must(edited(present, { kind: 'merge', label: from, into }));
      const expected = before.map((row) => {
        const together = row.with(into, row[into] + (from === into ? 0 : row[from]));
        return from === into ? together : together.toSpliced(from, 1);
      });
      expect(editedCounts(now)).toEqual(expected);
      expect(now.classes).toEqual(from === into ? present.classes : present.classes.toSpliced(from, 1));
    }),
  );
});

test('a class gets no name that another has, nor none; and one image stays', () => {
  const sentence = (edit: Edit) => {
    const next = edited(fresh(), edit);
    return next.ok ? null : next.problem.sentence;
  };
  expect(sentence({ kind: 'rename', label: 0, name: ' DOG ' })).toMatch(/“dog” already/);
  expect(sentence({ kind: 'rename', label: 0, name: 'Cat' })).toBeNull();
  expect(sentence({ kind: 'newClass', places: [1], name: ' ' })).toMatch(/Type a name/);
  expect(sentence({ kind: 'delete', places: [...Array(COUNT).keys()] })).toMatch(/at least one/);
});
