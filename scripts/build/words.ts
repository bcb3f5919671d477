/**
 * `npm run words`: compiles `messages/` into `lib/words/<language>/`, where `@/words/<area>` finds the language of the
 * build. It fails at a message that a language lacks.
 */

import { join } from 'node:path';
import { LANGUAGES } from '@/lib/site/languages';
import { ROOT, stop } from '../project';
import { catalogueFaults, readCatalogue, SOURCE } from './words/messages';
import { writeWords } from './words/write';

const folder = join(ROOT, 'messages');
const source = readCatalogue(folder, SOURCE);
const catalogues = LANGUAGES.map((locale) => ({ locale, messages: readCatalogue(folder, locale) }));
const faults = catalogues.flatMap(({ locale, messages }) => catalogueFaults(locale, source, messages));
if (faults.length > 0) stop(`The words have faults:\n${faults.join('\n')}`);
for (const { locale, messages } of catalogues)
  writeWords(join(ROOT, 'lib', 'words', locale), locale, messages);
