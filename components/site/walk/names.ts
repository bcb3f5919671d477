import site from '@/words/site';

const NAMES: Readonly<Record<string, string>> = {
  '/trace/': site.trace(),
  '/train/': site.train(),
  '/epochs/': site.epochs(),
  '/quiz/': site.quiz(),
  '/insight/': site.insight(),
};

/** The short name of a page of the walk; a lesson is named by its stage. */
export const nameOf = (href: string): string => NAMES[href] ?? href.split('/')[2];
