import { range } from 'd3-array';
import { CONTROL, SHARED } from '@/lib/engine/kernels/simd/shared';
import { get } from './text';

type Field = keyof typeof CONTROL;
const load = (field: Field) => `(i32.atomic.load offset=${CONTROL[field]} ${get('control')})`;
const store = (field: Field, value: number) =>
  `(i32.atomic.store offset=${CONTROL[field]} ${get('control')} (i32.const ${value}))`;
const change = (how: 'add' | 'sub', field: Field) =>
  `(i32.atomic.rmw.${how} offset=${CONTROL[field]} ${get('control')} (i32.const 1))`;

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
 * are in their last unit, a fraction of a millisecond: too short to fall asleep. Nobody waits for a thread to start: one that
 * is late, or never comes, finds nothing left. A thread counts itself as busy before it asks whether the round is still open:
 * an open round is not closed before nobody is busy, so its numbers stay.
 */
export const sharing = `
  (func $takeUnits (param $control i32)
    (local $unit i32) (local $units i32) (local $work i32)
    (local.set $units (i32.load offset=${CONTROL.units} ${get('control')}))
    (local.set $work (i32.load offset=${CONTROL.work} ${get('control')}))
    (loop $everyUnit
      (if (i32.lt_u (local.tee $unit ${change('add', 'next')}) ${get('units')}) (then
      ${calls}
        (br $everyUnit)))))
  (func (export "share") (param $control i32)
    ${store('next', 0)}
    ${store('open', 1)}
    (drop ${change('add', 'round')})
    (drop (memory.atomic.notify offset=${CONTROL.round} ${get('control')} (i32.const -1)))
    (call $takeUnits ${get('control')})
    ${store('open', 0)}
    (loop $others (br_if $others ${load('busy')})))
  (func (export "serve") (param $control i32)
    (local $round i32)
    (loop $everyRound
      (drop (memory.atomic.wait32 offset=${CONTROL.round} ${get('control')} ${get('round')} (i64.const -1)))
      (local.set $round ${load('round')})
      (drop ${change('add', 'busy')})
      (if ${load('open')} (then (call $takeUnits ${get('control')})))
      (drop ${change('sub', 'busy')})
      (br $everyRound)))`;
