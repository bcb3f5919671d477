/** The lessons on kinds of layers: the browser loads them, so their minutes stand in their front matter. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { minutesOf } from '@/lib/site/walk/count';
import { textWork } from '@/lib/site/walk/text-work';
import { ROOT } from '@/scripts/project';

const MINUTES = /^minutes: (\d+)$/m;

interface KindText {
  readonly file: string;
  readonly text: string;
  readonly stated: number;
  readonly counted: number;
}

const kindTexts = (): readonly KindText[] =>
  LANGUAGES.flatMap((locale) => {
    const folder = `${TEXTS[locale]}/kinds`;
    return readdirSync(join(ROOT, folder))
      .sort()
      .map((name) => {
        const file = `${folder}/${name}`;
        const text = readFileSync(join(ROOT, file), 'utf8');
        const stated = Number(MINUTES.exec(text)?.[1]);
        return { file, text, stated, counted: minutesOf(textWork(text).whole) };
      });
  });

export const kindFaults = async (): Promise<readonly string[]> =>
  kindTexts().flatMap(({ file, stated, counted }) =>
    stated === counted ? [] : [`${file}: states ${stated} minutes, counted are ${counted}.`],
  );

export async function writeKinds(): Promise<void> {
  for (const { file, text, stated, counted } of kindTexts())
    if (stated !== counted) writeFileSync(join(ROOT, file), text.replace(MINUTES, `minutes: ${counted}`));
}
