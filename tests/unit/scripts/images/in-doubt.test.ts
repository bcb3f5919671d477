import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSafetensors } from '@/lib/checkpoint/safetensors';
import { COURSE } from '@/lib/course/subject';
import { RECORDED_TRACE } from '@/lib/engine/runs/recorded';
import { must } from '@/lib/result';
import { isInDoubt } from '@/scripts/make/images/in-doubt';
import { ROOT } from '@/scripts/project';

describe('the first image', () => {
  it.each([
    ['in doubt', [0.5, 0.3, 0.15, 0.05, 0], true],
    ['too sure', [0.8, 0.1, 0.1, 0, 0], false],
    ['without a favourite', [0.3, 0.3, 0.3, 0.1, 0], false],
    ['between two classes only', [0.55, 0.42, 0.03, 0, 0], false],
  ])('%s', (_, probabilities, doubt) => {
    expect(isInDoubt(probabilities)).toBe(doubt);
  });

  it('is by an artist whom the network has never learned from', () => {
    const { samples } = JSON.parse(readFileSync(join(ROOT, 'public/images/samples.json'), 'utf8'));
    const first = samples.find(({ id }: { id: string }) => id === COURSE.dataSet.first.id);
    expect(first).toMatchObject({ label: COURSE.dataSet.first.label, heldOut: true });
  });

  it('leaves the shipped network in doubt', () => {
    const file = readFileSync(join(ROOT, 'public', RECORDED_TRACE));
    const output = must(readSafetensors(file)).tensors.get('output');
    expect(isInDoubt(Array.from(output?.values ?? []))).toBe(true);
  });
});
