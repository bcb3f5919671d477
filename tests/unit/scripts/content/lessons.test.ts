import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factOf } from '@/components/mdx/facts/facts';
import { COURSE_NAMES } from '@/components/mdx/names';
import { referencePipeline } from '@/lib/course/reference';
import { stageOf } from '@/lib/network/pipeline';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { minutesOf } from '@/lib/site/walk/count';
import { textWork } from '@/lib/site/walk/text-work';

const lessonsIn = (locale: Language) => {
  const folder = new URL(`../../../../${TEXTS[locale]}/stages/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
};

const prose = (text: string) => text.replace(/^---[\s\S]*?^---/m, '');
/** German writes 1.024,5 for 1,024.5. */
const asEnglish = (text: string, locale: Language) =>
  locale === 'de' ? text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : text;

describe.each(LANGUAGES)('the lessons in %s', (locale) => {
  const lessons = lessonsIn(locale);

  it('are one for each stage, in the order of the stages', () => {
    expect(lessons.map(({ file }) => file)).toEqual(
      referencePipeline.stages.map(({ id, number }) => `${String(number).padStart(2, '0')}-${id}.mdx`),
    );
  });

  it.each(lessons)('$file uses only existing components', ({ text }) => {
    const used = [...text.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name);
    for (const name of used) expect(COURSE_NAMES).toContain(name);
  });

  it.each(lessons)('$file names only existing stages and facts', ({ text }) => {
    const ids = referencePipeline.stages.map(({ id }) => id);
    for (const [, id] of text.matchAll(/\b(?:of|id)="([^"]*)"/g)) expect(ids).toContain(id);
    for (const [, id, fact] of text.matchAll(/<Fact of="([^"]*)" is="([^"]*)"/g)) {
      const shown = factOf(fact, stageOf(referencePipeline, id), referencePipeline);
      expect(shown, `${fact} of ${id}`).toMatch(/^(?!—$)./);
    }
    expect(text.match(/<Fact of="[^"]*" is="[^"]*"/g) ?? []).toHaveLength(text.split('<Fact').length - 1);
  });

  it.each(lessons)('$file types no shape and no count by hand', ({ file, text }) => {
    const typed = [...asEnglish(prose(text), locale).matchAll(/(?<![\d.])\d[\d,]*(?:\.\d+)?/g)].map(
      ([digits]) => Number(digits.replaceAll(',', '')),
    );
    const { stages, parameters } = referencePipeline;
    const computed = new Set([
      parameters,
      ...stages.flatMap(({ output, parameters: own, multiplyAdds }) => [...output, own, multiplyAdds]),
    ]);
    // Bytes and halves of bytes are facts about images; small numbers are ordinary words.
    const free = new Set([0, 1, 2, 3, 10, 128, 255]);
    expect(
      typed.filter((number) => computed.has(number) && !free.has(number)),
      file,
    ).toEqual([]);
  });

  it.each(lessons)('$file has one question, one figure, one example and the code', ({ text }) => {
    for (const name of [
      'Puzzle',
      'Check',
      'StageFigure',
      'WorkedExample',
      'CodeLines',
      'InOut',
      'TraceTask',
      'Transfer',
    ])
      expect(text.split(`<${name} `)).toHaveLength(2);
  });

  it.each(lessons)('$file takes four to seven minutes, as counted', ({ text }) => {
    const minutes = minutesOf(textWork(text).whole);
    expect(minutes).toBeGreaterThanOrEqual(4);
    expect(minutes).toBeLessThanOrEqual(7);
  });
});
