import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GLOSSARIES } from '@/components/glossary/glossary';
import { COURSE_NAMES, LESSON_NAMES } from '@/components/mdx/names';
import { MODE_NAMES } from '@/components/ways/modes/component-names';
import { referencePipeline } from '@/lib/course/reference';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { SOURCE } from '@/scripts/build/words/messages';
import { PAGES } from '@/scripts/pages';
import { ROOT } from '@/scripts/project';
import { type KnownTerm, orderFaults, templateFaults } from './course';
import { contentFaults } from './faults';
import { glossaryFaults } from './glossary';
import { kindFaults, lessonFaults } from './lessons';
import { translationFaults } from './translation';
import type { ContentFault } from './tree';
import { wordFaults } from './words';

const STAGES = referencePipeline.stages.map(({ id }) => id);

/** The kinds of texts, each in a folder of its name, which components they may use, and which stages they may name. */
const KINDS: readonly {
  readonly kind: string;
  readonly components: readonly string[];
  readonly stages: readonly string[];
}[] = [
  { kind: 'stages', components: COURSE_NAMES, stages: STAGES },
  { kind: 'kinds', components: LESSON_NAMES, stages: [] },
  { kind: 'modes', components: MODE_NAMES, stages: STAGES },
  // Its beats name stages by their kind, as every network has them: `lib/provenance/film/places.ts`.
  { kind: 'film', components: ['Beat'], stages: [] },
];

const TRANSLATIONS = LANGUAGES.filter((locale) => locale !== SOURCE);

const PUBLIC = join(ROOT, 'public');
const isFile = (address: string): boolean => {
  const file = join(PUBLIC, address);
  return address.startsWith('/') && existsSync(file) && statSync(file).isFile();
};

const namesIn = (folder: string): readonly string[] => {
  const whole = join(ROOT, folder);
  return existsSync(whole) ? readdirSync(whole).filter((name) => name.endsWith('.mdx')) : [];
};
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const faultLines = (file: string, faults: readonly ContentFault[]): readonly string[] =>
  faults.map(({ line, sentence }) => `${file}:${line}: ${sentence}`);

/** The faults of the texts in one folder, each text by itself. */
function folderFaults(
  folder: string,
  components: readonly string[],
  stages: readonly string[],
): readonly string[] {
  return namesIn(folder).flatMap((name) => {
    const file = `${folder}/${name}`;
    return faultLines(file, contentFaults(read(file), { components, stages, pages: PAGES, isFile }));
  });
}

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

/** The texts of a language in which words are looked at: its messages, its lessons and its glossary. */
const proseIn = (locale: Language): readonly string[] => [
  ...filesIn(`messages/${locale}`, '.json'),
  ...[...KINDS.map(({ kind }) => kind), 'glossary'].flatMap((folder) =>
    ['.mdx', '.json'].flatMap((ending) => filesIn(`${TEXTS[locale]}/${folder}`, ending)),
  ),
];
/** These are for those who build the site, in the source language. */
const GUIDES = ['README.md', ...filesIn('docs', '.md')];

/** The words to avoid, in everything that is read. */
const allWordFaults = (): readonly string[] => [
  ...LANGUAGES.flatMap((locale) =>
    proseIn(locale).flatMap((file) => faultLines(file, wordFaults(read(file), locale))),
  ),
  ...GUIDES.flatMap((file) => faultLines(file, wordFaults(read(file), SOURCE))),
];

/** The faults of a folder of translations: texts that are in only one of both folders, and differences between those in both. */
export function pairFaults(original: string, translation: string): readonly string[] {
  const [before, after] = [namesIn(original), namesIn(translation)];
  return [
    ...before.flatMap((name) => {
      const [from, to] = [`${original}/${name}`, `${translation}/${name}`];
      return after.includes(name)
        ? faultLines(to, translationFaults(read(from), read(to)))
        : [`${to}: The translation of ${from} is missing.`];
    }),
    ...after.flatMap((name) =>
      before.includes(name) ? [] : [`${translation}/${name}: There is no ${original}/${name} to translate.`],
    ),
  ];
}

/** What the lessons lack, in a language, and terms that they use before they define them. */
function courseFaults(locale: Language): readonly string[] {
  const folder = `${TEXTS[locale]}/stages`;
  const lessons = [...namesIn(folder)].sort().map((name) => {
    const file = `${folder}/${name}`;
    return { file, text: read(file) };
  });
  const terms = GLOSSARIES[locale].map(
    ({ term, forms, stage }): KnownTerm => ({
      forms: [term, ...forms].map((one) => one.toLowerCase()),
      stage,
    }),
  );
  return [
    ...lessons.flatMap(({ file, text }) => faultLines(file, lessonFaults(text, locale))),
    ...namesIn(`${TEXTS[locale]}/kinds`).flatMap((name) => {
      const file = `${TEXTS[locale]}/kinds/${name}`;
      return faultLines(file, kindFaults(read(file)));
    }),
    ...orderFaults(lessons, terms),
    ...templateFaults(lessons),
  ];
}

export interface Checked {
  readonly files: number;
  /** Each as "content/stages/03-conv1.mdx:12: sentence". */
  readonly faults: readonly string[];
}

/** Reads all lessons and ways to learn in all languages, the glossaries, and the words of all messages and guides. */
export function checkContent(): Checked {
  const folders = KINDS.flatMap(({ kind, ...known }) =>
    LANGUAGES.map((locale) => ({ folder: `${TEXTS[locale]}/${kind}`, ...known })),
  );
  return {
    files: folders.flatMap(({ folder }) => namesIn(folder)).length,
    faults: [
      ...allWordFaults(),
      ...LANGUAGES.flatMap(courseFaults),
      ...folders.flatMap(({ folder, components, stages }) => folderFaults(folder, components, stages)),
      ...TRANSLATIONS.flatMap((locale) => [
        ...KINDS.flatMap(({ kind }) => pairFaults(`${TEXTS[SOURCE]}/${kind}`, `${TEXTS[locale]}/${kind}`)),
        ...glossaryFaults(GLOSSARIES[SOURCE], GLOSSARIES[locale]).map(
          (sentence) => `${TEXTS[locale]}/glossary/terms.json: ${sentence}`,
        ),
      ]),
    ],
  };
}
