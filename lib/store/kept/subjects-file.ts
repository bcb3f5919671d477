import * as v from 'valibot';
import { SUBJECT_ID, UNNAMED_SUBJECT } from '@/lib/network/subject';
import { atMost, type KeptForm } from './kept-form';

/** The states in a file, by the subject's id. */
export interface BySubject<T> {
  readonly subjects: Readonly<Record<string, T>>;
}

/** Far more than anybody has. */
const MOST_SUBJECTS = 200;
const VERSION = 2;
/** Files of version 1 hold a single state: there was only one subject. */
const First = v.object({ version: v.literal(1) });
const Id = v.pipe(v.string(), v.regex(SUBJECT_ID));

/**
 * The form of a file with the states of every subject; `form` is that of one subject. Accepts older files as
 * well.
 */
export function formOfSubjects<T>({ schema }: KeptForm<T>): KeptForm<BySubject<T>> {
  const ofFirst = v.pipe(
    schema,
    v.transform((state): BySubject<T> => ({ subjects: { [UNNAMED_SUBJECT]: state } })),
  );
  const ofAll = v.object({ subjects: v.pipe(v.record(Id, schema), atMost<T>(MOST_SUBJECTS)) });
  return { version: VERSION, schema: v.lazy((read) => (v.is(First, read) ? ofFirst : ofAll)) };
}
