import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MODES } from '@/components/ways/modes/mode-ids';
import { referencePipeline } from '@/lib/course/reference';
import { STAGE_PAGE } from '@/lib/store/subject/stage-address';

/** Every page of the site, as the end of its address. */
export const PAGES: readonly string[] = [
  '/',
  ...referencePipeline.stages.map(({ id }) => `/stages/${id}/`),
  STAGE_PAGE,
  '/film/',
  '/trace/',
  '/train/',
  '/faults/',
  '/backward/',
  '/what-if/',
  '/see/',
  '/space/',
  '/epochs/',
  '/quiz/',
  '/insight/',
  '/modes/',
  ...MODES.map((mode) => `/modes/${mode}/`),
  '/open/',
  '/build/',
  '/data/',
  '/networks/',
  '/glossary/',
  '/take-home/',
  '/credits/',
];

/** A page's name as part of a file name: `/stages/conv1/` is `stages-conv1`. */
export const pageName = (page: string): string =>
  page.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'home';

/** The files of all pages below a folder. */
export const pageFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));
