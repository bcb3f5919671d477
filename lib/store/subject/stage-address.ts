/** Where the lesson on a stage is: the course's stages have pages of their own, all others share one. */
import type { Subject } from '@/lib/network/subject';
import { searchOf } from '@/lib/site/query';
import { FIRST_SUBJECT } from './subject';

/** The page of the stages that have no page of their own. */
export const STAGE_PAGE = '/stage/';

/** Parameters that belong to the stage that is left. */
const OF_ONE_STAGE = ['stage', 'channel', 'cell', 'way', 'of'] as const;

/** Whether a subject's stage has a page of its own, with a lesson written for it. */
export const hasOwnLesson = (
  stage: string,
  { id, architecture }: Pick<Subject, 'id' | 'architecture'>,
): boolean => id === FIRST_SUBJECT && architecture.layers.some((layer) => layer.id === stage);

/**
 * The address of the lesson on a subject's stage, without base and language: "/stages/conv1/", "/stage/?stage=norm1". The
 * parameters of `search` that don't belong to a stage are kept.
 */
export function stageAddress(
  stage: string,
  subject: Pick<Subject, 'id' | 'architecture'>,
  search = '',
): string {
  const own = hasOwnLesson(stage, subject);
  const query = new URLSearchParams(search);
  for (const name of OF_ONE_STAGE) query.delete(name);
  if (own) return `/stages/${stage}/${searchOf(query)}`;
  return STAGE_PAGE + searchOf(new URLSearchParams([['stage', stage], ...query]));
}
