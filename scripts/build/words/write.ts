/** Compiles messages to functions: a module for each area and language, with the types of each message's arguments. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import type { Language } from '@/lib/site/languages';
import { argumentsOf, type Catalogue, type Messages } from './messages';

/** The declarations of an area: each message is a function from its arguments to a string. */
function declarationsOf(messages: Messages): string {
  const lines = Object.entries(messages).map(([key, message]) => {
    const values = [...argumentsOf(message)].map(([name, type]) => `readonly ${name}: ${type}`);
    return `  ${key}(${values.length > 0 ? `values: { ${values.join('; ')} }` : ''}): string;`;
  });
  return `declare const words: {\n${lines.join('\n')}\n};\nexport default words;\n`;
}

/**
 * The library would format a counted number by Intl, whose first use costs a phone a tenth of a second; here numbers have
 * one form anyway, that of `lib/format`.
 */
const withOwnNumbers = (code: string): string =>
  code.replace(/^import \{ number(?:, )?(.*?) \} from "@messageformat\/runtime";/m, (_, others: string) =>
    [
      // By its path: what runs the end-to-end tests knows no other names in JavaScript.
      "import { number } from '../../format/message-number';",
      ...(others ? [`import { ${others} } from "@messageformat/runtime";`] : []),
    ].join('\n'),
  );

/** Writes a language's modules into an emptied folder, and `locale`, which names the language. */
export function writeWords(folder: string, locale: Language, catalogue: Catalogue): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const format = new MessageFormat(locale);
  for (const [area, messages] of Object.entries(catalogue)) {
    writeFileSync(join(folder, `${area}.js`), withOwnNumbers(compileModule(format, messages)));
    writeFileSync(join(folder, `${area}.d.ts`), declarationsOf(messages));
  }
  writeFileSync(join(folder, 'locale.js'), `export const LOCALE = '${locale}';\n`);
  writeFileSync(join(folder, 'locale.d.ts'), "export declare const LOCALE: 'en' | 'de';\n");
}
