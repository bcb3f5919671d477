import type { Source } from './sources';

const COURSE = /^lib\/course\//;

/** Everything else gets its subject from outside. */
export const MOST_COURSE_IMPORTERS = 15;

/**
 * The files outside of `lib/course` that may import from it, each with its reason. The linter has the same list
 * (`biome.json`).
 */
export const MAY_IMPORT_COURSE: Readonly<Record<string, string>> = {
  'app/credits/page.tsx': 'names who drew the course’s images, and how many there are',
  'app/epochs/page.tsx': 'hands the textbook’s trace on',
  'app/modes/page.tsx': 'lists the lessons and the problems with what the learner has done of them',
  'app/page.tsx': 'invites to the course: its network, its first lesson, how long it takes',
  'app/quiz/page.tsx': 'says how many questions a round of the course has',
  'components/mdx/claims/DataCard.tsx': 'counts the drawings behind the course’s images',
  'components/mdx/claims/Measured.tsx': 'shows a number that was measured on the course’s network',
  'components/mdx/claims/Measurements.tsx': 'lists what was measured for a text, and on how many images',
  'components/lesson/lessons.ts': 'there is a lesson on each stage of the course’s network',
  'components/mdx/Check.tsx': 'writes the question of a lesson while the site is built',
  'components/site/places.ts': 'leads to the course’s first lesson',
  'components/training/faults/FaultLab.tsx': 'hands the cases and their limits to the fault lab',
  'components/ways/challenge/course-problems.tsx': 'hands each problem what it is about',
  'lib/shelf/shelf.ts': 'the course’s network stands first among those that come with the site',
  'lib/store/subject/subject.ts': 'the subject that every visit begins with',
};

/** The files outside of `lib/course` that import from it, types included. */
export const courseImporters = (all: readonly Source[]): readonly string[] =>
  all
    .filter(({ file, imports }) => !COURSE.test(file) && imports.some((other) => COURSE.test(other)))
    .map(({ file }) => file);
