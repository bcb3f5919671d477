/**
 * `npm run fonts`: the site's three faces, subset to the weights and characters that it uses, into app/fonts/.
 * This halves what a page requests before its first words.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { ROOT } from '../project';

const FOLDER = join(ROOT, 'app', 'fonts');
/** From regular to bold: the style sheets use nothing lighter or heavier. */
const WEIGHTS = { wght: { min: 400, max: 700 } };
/**
 * Glyphs that only layout features would use are left out: small capitals, swashes, arrows of program text.
 * These two have characters of their own, and "fi" and "fl" are still set with them.
 */
const LIGATURES = '\uFB01\uFB02';
/** The faces and their packages below @fontsource-variable, which name their files after themselves. */
const FACES = { serif: 'source-serif-4', sans: 'source-sans-3', mono: 'jetbrains-mono' };

const find = createRequire(import.meta.url).resolve;

/** The characters of a range as style sheets write it: "U+0000-00FF,U+0131". */
function charactersOf(ranges: string): string {
  const points = ranges.split(',').flatMap((range) => {
    const [from, to = from] = range
      .trim()
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
  return String.fromCodePoint(...points);
}

/**
 * A changed version may not use a reserved name (SIL Open Font License 1.1, condition 3), and "Source" is one for the
 * Source families. The name is written as UTF-16 in a font's name table; the copyright notice has a quote after it there
 * and stays.
 */
function rename(font: Buffer): Buffer {
  const wide = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const renamed = Buffer.from(font);
  for (const [old, own] of [
    ['Source S', 'Tracer S'],
    ['SourceS', 'TracerS'],
  ].map((pair) => pair.map(wide)))
    for (let at = renamed.indexOf(old); at >= 0; at = renamed.indexOf(old, at)) own.copy(renamed, at);
  return renamed;
}

async function cut(name: string): Promise<Buffer> {
  const whole = readFileSync(find(`@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`));
  const { latin } = JSON.parse(readFileSync(find(`@fontsource-variable/${name}/unicode.json`), 'utf8'));
  const text = charactersOf(latin) + LIGATURES;
  const options = { variationAxes: WEIGHTS, noLayoutClosure: true };
  const part = await subsetFont(whole, text, { ...options, targetFormat: 'sfnt' });
  return subsetFont(rename(part), text, { noLayoutClosure: true, targetFormat: 'woff2' });
}

mkdirSync(FOLDER, { recursive: true });
for (const [face, name] of Object.entries(FACES)) {
  const font = await cut(name);
  writeFileSync(join(FOLDER, `${face}.woff2`), font);
  console.log(`${face.padEnd(6)}${(font.length / 1024).toFixed(1).padStart(6)} KB`);
}
