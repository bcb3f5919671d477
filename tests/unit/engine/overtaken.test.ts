/** A network that is asked for while the weights of another are on their way. */
import { expect, it, vi } from 'vitest';
import { OWN } from '@/lib/network/handle';
import { TINY } from './support/engine-commands';
import { withinBound } from './support/fake-worker';
import { begin, beginEachWithFakes, server } from './support/tiny-engine';

vi.mock('@/lib/engine/backends/backends', async () => {
  const { startBackend } = await import('./support/fake-backends');
  const BACKEND_WORD = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' };
  return { startBackend, startFirst: startBackend, BACKEND_WORD };
});

beginEachWithFakes();

it('waits for no weights but its own, and neither does what was asked of the other', async () => {
  server.serves = 'nothing';
  const { to, loaded } = begin('shipped');
  const asked = to.weights(OWN);
  const next = to.open({ handle: OWN, architecture: TINY, source: { initial: 1 } });
  const answers = await withinBound(3, Promise.all([next, loaded, asked, to.weights(OWN)]));
  expect(answers).toMatchObject({ answer: [{ ok: true }, { ok: false }, {}, { ok: true }] });
});
