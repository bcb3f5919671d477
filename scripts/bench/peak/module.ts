import loadWabt from 'wabt';

/** Sums that do not wait for one another: enough to hide the time that one multiply-add takes. */
const SUMS = 12;
/** Multiply-adds of one round for each sum. */
const UNROLLED = 4;
const LANES = 4;

/** Multiplications and additions of one round of `burn`. */
export const FLOPS_A_ROUND = SUMS * UNROLLED * LANES * 2;

/** How `sum + a * b` is written, without and with relaxed SIMD. */
const PLAIN = (sum: string) => `(f32x4.add ${sum} (f32x4.mul (local.get $a) (local.get $b)))`;
const RELAXED = (sum: string) => `(f32x4.relaxed_madd (local.get $a) (local.get $b) ${sum})`;

/**
 * A module whose `burn(rounds)` only multiplies and adds, in registers: the most that a thread can do. `$a` changes with
 * each round, so that no product can be computed ahead.
 */
function textOf(multiplyAdd: (sum: string) => string): string {
  const sums = Array.from({ length: SUMS }, (_, at) => `$s${at}`);
  const round = sums.map((sum) => `(local.set ${sum} ${multiplyAdd(`(local.get ${sum})`)})`).join('\n');
  const total = sums.reduce((so, sum) => `(f32x4.add ${so} (local.get ${sum}))`, '(local.get $a)');
  return `(module (func (export "burn") (param $rounds i32) (result f32)
    (local $a v128) (local $b v128) ${sums.map((sum) => `(local ${sum} v128)`).join(' ')}
    (local.set $b (f32x4.splat (f32.const 0.5)))
    (loop $again
      (local.set $a (f32x4.splat (f32.convert_i32_s (local.get $rounds))))
      ${`${round}\n`.repeat(UNROLLED)}
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (f32x4.extract_lane 0 ${total})))`;
}

/** Both modules, in Base64. */
export async function peakModules(): Promise<{ readonly plain: string; readonly relaxed: string }> {
  const wabt = await loadWabt();
  const assemble = (text: string) => {
    const module = wabt.parseWat('peak.wat', text, { simd: true, relaxed_simd: true });
    const { buffer } = module.toBinary({});
    module.destroy();
    return Buffer.from(buffer).toString('base64');
  };
  return { plain: assemble(textOf(PLAIN)), relaxed: assemble(textOf(RELAXED)) };
}
