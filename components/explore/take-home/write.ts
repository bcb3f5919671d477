import type { TakenHome } from '@/lib/interchange/write/bundle';
import { fail, ok, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/take-home';
import { gather } from './gather';

type Writers = typeof import('@/lib/interchange/write/bundle');

/** Lets the page respond between two files. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Has the writers write something of the network as it is now. `part` names it where that fails. */
export async function written<T>(
  part: string,
  write: (writers: Writers, home: TakenHome) => T | Promise<T>,
): Promise<Result<T>> {
  const [writers, home] = await Promise.all([
    fetchPart(() => import('@/lib/interchange/write/bundle')),
    gather(),
  ]);
  if (!writers.ok) return writers;
  if (!home.ok) return home;
  try {
    return ok(await write(writers.value, home.value));
  } catch (error) {
    return fail(words.notWritten({ part }), String(error));
  }
}

/** A part as the list shows it. */
export interface Listed {
  readonly id: Writers['PARTS'][number];
  readonly file: string;
  readonly bytes: number;
}

export interface List {
  readonly parts: readonly Listed[];
  /** The bytes of everything together, in which files of several parts lie once. */
  readonly total: number;
}

/** Which parts there are of the network, and how large they are now. */
export const listParts = (): Promise<Result<List>> =>
  written(words.title(), async ({ PARTS, filesOf, partOf }, home) => {
    const listed: Listed[] = [];
    for (const id of PARTS) {
      const file = partOf(id, home);
      if (file) listed.push({ id, file: file.name, bytes: file.bytes.length });
      await breath();
    }
    const total = filesOf(home).reduce((sum, { bytes }) => sum + bytes.length, 0);
    return { parts: listed, total };
  });
