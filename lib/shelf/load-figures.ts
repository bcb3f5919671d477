import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import words from '@/words/recorded-metrics';
import { figuresSchema, type ShelfFigures } from './figures';

const UNREACHABLE = words.unreachable();

/** The figures that were recorded of a network of the shelf; `folder`: where what ships of it lies. */
export async function loadFigures(folder: string): Promise<Result<ShelfFigures>> {
  const address = `${folder}/figures.json`;
  try {
    const response = await fetch(asset(address));
    if (!response.ok) return fail(UNREACHABLE, `${address}: HTTP ${response.status}`);
    const read = v.safeParse(figuresSchema, await response.json());
    return read.success ? ok(read.output) : fail(UNREACHABLE, v.summarize(read.issues));
  } catch (error) {
    return fail(UNREACHABLE, String(error));
  }
}
