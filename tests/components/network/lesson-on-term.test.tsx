/** Where the glossary leads to in networks that the course isn't about. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Definition } from '@/components/glossary/Definition';
import { GLOSSARY } from '@/components/glossary/glossary';
import { LessonOnTerm } from '@/components/glossary/LessonOnTerm';
import { COURSE } from '@/lib/course/subject';
import { SHELF } from '@/lib/shelf/shelf';
import { subjectStore, turnTo } from '@/lib/store/subject/subject';

afterEach(() => turnTo(COURSE));

const STAGES = [...new Set(GLOSSARY.flatMap(({ stage }) => stage ?? []))];

test.each(SHELF.map((subject) => [subject.id, subject] as const))(
  'each term leads to a lesson on a stage that %s has, or to none',
  async (_, subject) => {
    turnTo(subject);
    const { stages } = subjectStore.getState().pipeline;
    await render(STAGES.map((stage) => <LessonOnTerm key={stage} stage={stage} named />));
    const links = page.getByRole('link').elements();
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const { pathname, searchParams } = new URL(link.getAttribute('href') ?? '', location.href);
      const stage = subject === COURSE ? pathname.split('/')[2] : searchParams.get('stage');
      if (subject !== COURSE) expect(pathname).toMatch(/^\/stage\/?$/);
      expect(stages.map(({ id }) => id)).toContain(stage);
      expect(link.textContent).toBe(stage);
      expect(link.getAttribute('aria-label')).toBe(`The lesson on ${stage}`);
    }
  },
);

test('the definition in a text leads to the stage that is alike, and follows another network', async () => {
  const term = GLOSSARY.find(({ stage }) => stage === 'conv1');
  await render(<Definition id={term?.id ?? ''} />);
  const link = page.getByRole('link', { name: 'The lesson' });
  await expect.element(link).toHaveAttribute('href', expect.stringMatching(/^\/stages\/conv1\/?$/));
  const photographs = SHELF[1];
  turnTo(photographs);
  const first = photographs.architecture.layers.find(({ kind }) => kind === 'conv2d');
  await expect
    .element(link)
    .toHaveAttribute('href', expect.stringMatching(`^/stage/?\\?stage=${first?.id}$`));
});
