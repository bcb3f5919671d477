import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lessonOf, lessonOfKind } from '@/components/lesson/kind-lessons';
import { differences } from '@/components/lesson/StageAlike';
import { factOf } from '@/components/mdx/facts/facts';
import { RULES } from '@/lib/kinds/registry';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';
import { SHELF } from '@/lib/shelf/shelf';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { contentFaults } from '@/scripts/check/content/faults';
import { EVERY_KIND_ASKED } from '../../support/every-kind';

const NAMES = [...Object.keys(RULES).map(lessonOfKind), 'output'].sort();
const folderOf = (locale: Language) => new URL(`../../../../${TEXTS[locale]}/kinds/`, import.meta.url);
const lessonsIn = (locale: Language) =>
  readdirSync(folderOf(locale)).map((file) => ({
    name: file.replace('.mdx', ''),
    text: readFileSync(new URL(file, folderOf(locale)), 'utf8'),
  }));
const prose = (text: string) => text.replace(/^---[\s\S]*?^---/m, '');
/** Without the list of sources, whose addresses are full of numbers. */
const ownWords = (text: string) => prose(text).replace(/^## (?:Sources|Quellen)$[\s\S]*/m, '');

/** What is true of one network only: counts, shapes, ids, colours, the words of the course. */
const TIED =
  /(?<![\p{L}\p{N}])(nine|neun|ten|zehn|64|12[,.]544|(conv|pool|norm|relu)\d|cats?|Katzen?|emoji|RGB)(?![\p{L}\p{N}])/iu;
/** Numbers that any text on its subject may have. */
const FREE = new Set(['0', '1', '2', '2.7', '2,7', '255', '128']);

const pipelines = [
  ...SHELF.map(({ architecture }) => must(buildPipeline(architecture))),
  ...EVERY_KIND_ASKED,
];

describe.each(LANGUAGES)('the lessons on kinds of layers in %s', (locale) => {
  const lessons = lessonsIn(locale);

  it('are one for each kind, and one for the last layer', () => {
    expect(lessons.map(({ name }) => name).sort()).toEqual(NAMES);
  });

  it.each(lessons)('$name says in its front matter which kind it is about', ({ name, text }) => {
    expect(lessonOfKind(/^kind: (\w+)$/m.exec(text)?.[1] ?? '')).toBe(name);
  });

  it.each(lessons)('$name is tied to no network', ({ text }) => {
    expect(TIED.exec(text)?.[0]).toBeUndefined();
    expect(text).not.toMatch(/<\w+ [^>]*\b(of|id|stage)=/);
  });

  it.each(lessons)('$name types no number but years and those of its arithmetic', ({ text }) => {
    const typed = ownWords(text).match(/(?<![\w-])\d+(?:[.,]\d+)*/g) ?? [];
    expect(typed.filter((number) => !FREE.has(number) && !/^(19|20)\d\d$/.test(number))).toEqual([]);
  });

  it.each(lessons)('$name has one of each component', ({ text }) => {
    for (const name of ['Check', 'StageFigure', 'WorkedExample', 'CodeLines', 'InOut', 'TraceTask'])
      expect(text.split(`<${name} />`), name).toHaveLength(2);
  });

  it.each(lessons)('$name can be read in its minutes', ({ text }) => {
    const minutes = Number(/^minutes: (\d+)$/m.exec(text)?.[1]);
    expect(minutes).toBeGreaterThanOrEqual(3);
    expect(minutes).toBeLessThanOrEqual(6);
    expect(prose(text).split(/\s+/).length / 200).toBeLessThanOrEqual(minutes);
  });

  it('has every fact that a text states, for every stage that the text is read for', () => {
    const texts = new Map(lessons.map(({ name, text }) => [name, text]));
    const seen = new Set<string>();
    for (const pipeline of pipelines)
      for (const stage of pipeline.stages) {
        const name = lessonOf(stage, pipeline);
        seen.add(name);
        const stated = [...(texts.get(name) ?? '').matchAll(/<Fact is="(\w+)"/g)];
        for (const [, fact] of stated)
          expect(factOf(fact, stage, pipeline), `${fact} of ${stage.id} in ${name}`).toMatch(
            /^(?!—$|undefined|NaN).+/,
          );
      }
    expect([...seen].sort()).toEqual(NAMES);
  });
});

describe('a stage of a kind that came before', () => {
  const [, photographs] = pipelines;
  const sentencesOn = (id: string) => {
    const stage = photographs.stages.find((one) => one.id === id);
    return stage ? differences(stage, photographs).join(' ') : '';
  };

  it('is compared with the one before it, in its own numbers', () => {
    expect(sentencesOn('conv2')).toContain('all channels of its input: 32 here, 3 in conv1');
    expect(sentencesOn('conv2')).toContain('288 weights, where one of conv1 has 27');
    expect(sentencesOn('norm2')).toContain('256 of its own, and norm1 has 128');
    expect(sentencesOn('conv2')).toMatch(/depends on .+ pixels of the image; one of conv1 on 3 × 3/);
  });

  it('has no comparison where it is the first', () => {
    expect(sentencesOn('conv1')).toBe('');
    expect(sentencesOn('input')).toBe('');
    expect(sentencesOn('average')).toBe('');
  });

  it('leaves no blank in any network', () => {
    for (const pipeline of pipelines)
      for (const stage of pipeline.stages)
        expect(differences(stage, pipeline).join(' ')).not.toMatch(/undefined|NaN|—|\{|\}/);
  });
});

describe('a text on a kind of layer', () => {
  const known = { components: ['Fact'], stages: [], pages: [], isFile: existsSync };

  it('may not name a stage', () => {
    expect(contentFaults('<Fact of="conv1" is="out" />', known).map(({ sentence }) => sentence)).toEqual([
      '<Fact> names the stage “conv1”, but this text is about the stage at hand: leave it out.',
    ]);
    expect(contentFaults('<Fact is="out" />', known)).toEqual([]);
  });
});
