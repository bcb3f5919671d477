/** Where the texts show claims. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsIn } from '@/lib/course/claims/in-text';
import { ROOT } from '../../project';

/** A claim in a text: its id as it is written there, and the text's path. */
export interface Shown {
  readonly claim: string;
  readonly file: string;
}

/** All claims that are shown by a text in any language. */
export function shownClaims(folder = 'content'): readonly Shown[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      return claimsIn(readFileSync(join(ROOT, file), 'utf8')).map((claim) => ({ claim, file }));
    });
}
