/** The words of the site: one file of ICU messages for each area and language, `messages/<language>/<area>.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Token } from '@messageformat/parser';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '@/lib/site/languages';

/** The source language; all others are translations of it. */
export const [SOURCE] = LANGUAGES;

const Messages = v.record(
  v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/, 'a key is one camelCase word')),
  v.string(),
);
export type Messages = Readonly<v.InferOutput<typeof Messages>>;
/** By area. */
export type Catalogue = Readonly<Record<string, Messages>>;

/**
 * Reads all areas of one language below a folder.
 * @throws Error naming the file that is not a list of messages.
 */
export function readCatalogue(folder: string, locale: Language): Catalogue {
  const files = readdirSync(join(folder, locale)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.sort().map((name) => {
      const found = v.safeParse(Messages, JSON.parse(readFileSync(join(folder, locale, name), 'utf8')));
      if (!found.success) throw new Error(`messages/${locale}/${name}: ${v.summarize(found.issues)}`);
      return [name.replace('.json', ''), found.output];
    }),
  );
}

/** A message's parameters: its arguments with their TypeScript types. */
export function argumentsOf(message: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'argument' && !found.has(token.arg)) found.set(token.arg, 'string | number');
      if (token.type === 'function') found.set(token.arg, 'number');
      if (token.type === 'plural' || token.type === 'selectordinal') found.set(token.arg, 'number');
      if (token.type === 'select') found.set(token.arg, 'string');
      if ('cases' in token) for (const { tokens: inner } of token.cases) walk(inner);
    }
  };
  walk(parse(message));
  return found;
}

/** The tags in a message, `<link>` or `<value/>`, by name, each once. */
const tagsOf = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/<([a-z][A-Za-z0-9]*)\/?>/g)].map(([, name]) => name))].sort();

const SAME = { arguments: (text: string) => [...argumentsOf(text).keys()].sort(), tags: tagsOf };

/** The faults of a translated message: its arguments or its tags differ from the source. */
function messageFaults(source: string, translated: string): string[] {
  try {
    return Object.entries(SAME).flatMap(([what, of]) => {
      const [there, here] = [of(source).join(', '), of(translated).join(', ')];
      return there === here ? [] : [`its ${what} are (${here}), those of the source are (${there})`];
    });
  } catch (error) {
    return [`it can't be read: ${error instanceof Error ? error.message : error}`];
  }
}

/** Each message that a language lacks, has in excess, or has with different arguments or tags than the source; a line each. */
export function catalogueFaults(locale: Language, source: Catalogue, translated: Catalogue): string[] {
  const areas = [...new Set([...Object.keys(source), ...Object.keys(translated)])];
  return areas.flatMap((area) => {
    const file = `messages/${locale}/${area}.json`;
    const [there, here] = [source[area] ?? {}, translated[area] ?? {}];
    return [...new Set([...Object.keys(there), ...Object.keys(here)])].flatMap((key) => {
      if (!(key in here)) return [`${file}: “${key}” is missing`];
      if (!(key in there)) return [`${file}: “${key}” is not in messages/${SOURCE}/${area}.json`];
      return messageFaults(there[key], here[key]).map((fault) => `${file}: “${key}”: ${fault}`);
    });
  });
}
