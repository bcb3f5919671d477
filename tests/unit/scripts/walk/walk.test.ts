import { describe, expect, it } from 'vitest';
import { groupsOf } from '@/components/shell/map/pages';
import { MODES } from '@/components/ways/modes/mode-ids';
import { allPageWorks } from '@/lib/shelf/page-works';
import { LANGUAGES } from '@/lib/site/languages';
import { countWords, durationOf, minutesOf, plainMessage, sumOf } from '@/lib/site/walk/count';
import { WALK } from '@/lib/site/walk/pages';
import { walkMinutes, walkWork } from '@/lib/site/walk/reading';
import { textWork } from '@/lib/site/walk/text-work';
import { expectedMinutes } from '@/scripts/check/content/walk/expected';
import { minutesIn } from '@/scripts/check/content/walk/stated';
import { PAGES } from '@/scripts/pages';

describe('what a built page states', () => {
  it('are minutes in words and short, in both languages, without its scripts', () => {
    const html =
      '<script>"9 minutes"</script><p>About <span>4</span> minutes · 2 min</p><p>1 Minute, 3 Min.</p><p>7 miners, 8 minima</p>';
    expect(minutesIn(html)).toEqual([4, 2, 1, 3]);
  });
});

describe('counting', () => {
  it('counts words and numbers, not markup', () => {
    expect(countWords('A map of 62 × 62: it’s “large”, 0.5 or 12,544.')).toBe(10);
  });

  it('reads a message as one of its cases, with a value for each argument', () => {
    const message = 'For {what} {who, select, now{the network} other{epoch {epoch}}} says <b>yes</b>.';
    expect(plainMessage(message)).toBe('For 1 epoch 1 says yes.');
    expect(plainMessage('{n, plural, one{# map} other{# maps of {size}}}')).toBe('# maps of 1');
  });

  it('takes 200 words a minute and the time of the tasks, and states a minute at least', () => {
    expect(durationOf({ words: 300, tasks: 1, seconds: 30 })).toBe(2);
    expect(minutesOf({ words: 3, tasks: 0, seconds: 0 })).toBe(1);
  });

  it('counts a text up to its sources, and the walk up to its rest', () => {
    const text = [
      '---',
      'stage: conv1',
      'title: Two words',
      '---',
      '',
      'One <Fact of="conv1" is="out" /> [three](/a/).',
      '<StageFigure id="conv1" />',
      '<Rest of="conv1" />',
      '## Four',
      '## Sources',
      '- many more words',
    ].join('\n');
    const { walk, whole } = textWork(text);
    expect(walk).toEqual({ words: 5, tasks: 1, seconds: 20 });
    expect(whole.words).toBe(6);
  });

  it('asks how long an unknown component takes', () => {
    expect(() => textWork('<Nonsense />')).toThrow(/how long does <Nonsense> take/);
  });
});

describe.each(LANGUAGES)('the walk in %s', (locale) => {
  it('takes twelve minutes, give or take two', async () => {
    const steps = await walkWork(locale);
    expect(steps.map(({ href }) => href)).toEqual(WALK);
    const minutes = durationOf(sumOf(steps.map(({ walk }) => walk)));
    expect(minutes).toBeGreaterThan(10);
    expect(minutes).toBeLessThan(14);
    expect((await walkMinutes(locale)).walk).toBe(Math.round(minutes));
  });

  it('knows how long every page takes', async () => {
    const counted = new Set((await allPageWorks(locale)).map(({ href }) => href));
    // Its text depends on the network: the minutes stand in the texts on kinds of layers.
    const ofNetwork = ['/stage/'];
    expect(PAGES.filter((page) => !counted.has(page) && !ofNetwork.includes(page))).toEqual([]);
  });

  it('has minutes for every page of the menu', async () => {
    const all = Object.fromEntries(
      (await allPageWorks(locale)).map(({ href, whole }) => [href, minutesOf(whole)]),
    );
    const ways = MODES.map((mode) => ({ mode, title: mode, summary: '' }));
    const lines = groupsOf(ways, { all, walk: {}, total: 12, lessons: { walk: 4, all: 9 } }).flatMap(
      ({ pages }) => pages,
    );
    expect(lines.filter(({ minutes }) => !minutes)).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('expects of every page that takes time the minutes that it has to state', async () => {
    const expected = await expectedMinutes(locale);
    expect([...expected].filter(([, minutes]) => minutes.length === 0 || minutes.includes(0))).toEqual([]);
    expect(expected.get('/stages/conv1/')).toHaveLength(3);
    expect(expected.get('/stages/dense/')).toHaveLength(1);
    const { walk, rest } = await walkMinutes(locale);
    expect(expected.get('/')?.slice(0, 2)).toEqual([walk, rest]);
  });
});
