import { MODES } from '@/components/modes/mode-ids';
import { referencePipeline } from '@/lib/pipeline/reference';

/** Every page of the site, as the end of its address. */
export const PAGES: readonly string[] = [
  '/',
  ...referencePipeline.stages.map(({ id }) => `/stages/${id}/`),
  '/trace/',
  '/train/',
  '/faults/',
  '/backward/',
  '/what-if/',
  '/see/',
  '/epochs/',
  '/quiz/',
  '/insight/',
  '/modes/',
  ...MODES.map((mode) => `/modes/${mode}/`),
  '/glossary/',
  '/credits/',
];

/** A page's name as part of a file's name: `/stages/conv1/` is `stages-conv1`. */
export const pageName = (page: string): string =>
  page.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'home';
