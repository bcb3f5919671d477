/** What a refusal of a network's file must say, in each language: which file or what in it, and what to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const messagesOf = (language: string, name: string): readonly (readonly [key: string, text: string])[] =>
  Object.entries(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../../messages/${language}/${name}.json`), 'utf8')),
  );

/** Parts of sentences; what stands before a sentence that says what to do itself. */
const PARTS = ['aNumber', 'equalAxes', 'lastAxis', 'notZero', 'andMore', 'place', 'axis', 'impossible'];
/** What someone can do about a file, where a sentence or its last part begins. */
const TO_DO = {
  en: /(^|[.:;}] )(Build|Change|Choose|Connect|Convert|Correct|Export|Give|Load|Open|Pack|Put|Save|export|choose)\b/,
  de: /(^|[.:;}] )(Ändere|Baue|Berichtige|Exportiere|Gib|Konvertiere|Lade|Lege|Öffne|Packe|Setze|Speichere|Verbinde|Wähle)\b/,
} as const;
/** Those of the page that refuse a file. */
const OF_THE_PAGE = ['tooLong', 'channels'];
/** Sentences about all that was chosen. */
const OF_NO_FILE = ['noFiles', 'several'];

test.each(['en', 'de'] as const)('in “%s”', (language) => {
  for (const name of ['interchange', 'interchange-onnx', 'open-network'])
    for (const [key, text] of messagesOf(language, name)) {
      if (PARTS.includes(key) || (name === 'open-network' && !OF_THE_PAGE.includes(key))) continue;
      expect(text, `${name}: ${key} says what to do`).toMatch(TO_DO[language]);
      expect(text.match(/[.] /g)?.length ?? 0, `${name}: ${key} has two sentences`).toBeLessThanOrEqual(1);
      // The ONNX reader's sentences get the file's name in front; others name it themselves.
      if (name !== 'interchange-onnx' && !OF_NO_FILE.includes(key))
        expect(text, `${key} names the file`).toMatch(/\{(file|shard)\}/);
    }
});

test('a sentence without a way out is noticed', () => {
  expect('“net.h5” has 2 inputs. Networks with one input can be opened here.').not.toMatch(TO_DO.en);
  expect('„net.h5“ hat 2 Eingänge. Hier lassen sich Netze mit einem Eingang öffnen.').not.toMatch(TO_DO.de);
});
