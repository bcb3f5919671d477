import { range } from 'd3-array';
import { CONTROL, SHARED } from '@/lib/engine/kernels/simd/shared';
import { get } from './text';

type Field = keyof typeof CONTROL;
const load = (field: Field) => `(i32.atomic.load offset=${CONTROL[field]} ${get('control')})`;
const store = (field: Field, value: number) =>
  `(i32.atomic.store offset=${CONTROL[field]} ${get('control')} (i32.const ${value}))`;
const change = (how: 'add' | 'sub', field: Field) =>
  `(i32.atomic.rmw.${how} offset=${CONTROL[field]} ${get('control')} (i32.const 1))`;

/** How often a thread looks whether the others are done, or the next round is open, before it falls asleep: about 0.1 ms. */
const MOST_LOOKS = 10_000;

const calls = Object.entries(SHARED)
  .map(([name, count], work) => {
    const numbers = range(count).map(
      (at) => `(i32.load offset=${CONTROL.numbers + 4 * at} ${get('control')})`,
    );
    return `(if (i32.eq ${get('work')} (i32.const ${work})) (then (call $${name} ${get('unit')} ${numbers.join(' ')})))`;
  })
  .join('\n      ');

/**
 * How threads share work. The one that asks opens a round, takes units like the others, closes it, and waits for those that
 * are in their last unit: a fraction of a millisecond, too short to fall asleep, unless other programs keep them from their
 * core. Then it falls asleep all the same, which leaves them its own; on a page's own thread it may not. Nobody waits for a
 * thread to start: one that is late, or never comes, finds nothing left. A thread that has nothing to do stays awake as long:
 * the next round is usually near, and one that is woken for each is often woken on the asker's core, where it waits while the
 * other one idles. A thread counts itself as busy before it asks whether the round is still open: an open round is not closed
 * before nobody is busy, so its numbers stay.
 */
export const sharing = `
  (global $thread (mut i32) (i32.const 0)) ;; which of the threads runs this: each has globals of its own
  (func $takeUnits (param $control i32)
    (local $unit i32) (local $units i32) (local $work i32)
    (local.set $units (i32.load offset=${CONTROL.units} ${get('control')}))
    (local.set $work (i32.load offset=${CONTROL.work} ${get('control')}))
    (loop $everyUnit
      (if (i32.lt_u (local.tee $unit ${change('add', 'next')}) ${get('units')}) (then
      ${calls}
        (br $everyUnit)))))
  (func (export "share") (param $control i32)
    (local $busy i32) (local $looks i32)
    ${store('next', 0)}
    (if (i32.load offset=${CONTROL.alone} ${get('control')}) (then (call $takeUnits ${get('control')}) (return)))
    ${store('open', 1)}
    (drop ${change('add', 'round')})
    (drop (memory.atomic.notify offset=${CONTROL.round} ${get('control')} (i32.const -1)))
    (call $takeUnits ${get('control')})
    ${store('open', 0)}
    (loop $others
      (if (local.tee $busy ${load('busy')}) (then
        (local.set $looks (i32.add ${get('looks')} (i32.const 1)))
        (if (i32.and (i32.gt_u ${get('looks')} (i32.const ${MOST_LOOKS})) (i32.load offset=${CONTROL.patient} ${get('control')})) (then
          (drop (memory.atomic.wait32 offset=${CONTROL.busy} ${get('control')} ${get('busy')} (i64.const -1)))))
        (br $others)))))
  (func (export "serve") (param $control i32) (param $which i32)
    (local $round i32) (local $looks i32)
    (global.set $thread ${get('which')})
    (loop $everyRound
      (local.set $looks (i32.const 0))
      (loop $nextRound
        (local.set $looks (i32.add ${get('looks')} (i32.const 1)))
        (br_if $nextRound (i32.and
          (i32.eq ${load('round')} ${get('round')})
          (i32.lt_u ${get('looks')} (i32.const ${MOST_LOOKS})))))
      (drop (memory.atomic.wait32 offset=${CONTROL.round} ${get('control')} ${get('round')} (i64.const -1)))
      (local.set $round ${load('round')})
      (drop ${change('add', 'busy')})
      (if ${load('open')} (then (call $takeUnits ${get('control')})))
      (drop ${change('sub', 'busy')})
      (drop (memory.atomic.notify offset=${CONTROL.busy} ${get('control')} (i32.const 1)))
      (br $everyRound)))`;
