import * as v from 'valibot';
import { FIRST_SUBJECT, SUBJECT_ID } from '@/lib/network/subject';
import { atMost, type KeptForm } from './kept-form';

/** What a file holds of each subject, by the subject's id. */
export interface BySubject<T> {
  readonly subjects: Readonly<Record<string, T>>;
}

/** Far more than anybody brings. */
const MOST_SUBJECTS = 200;
const VERSION = 2;
/** Files of version 1 hold one state alone: there was one subject only. */
const First = v.object({ version: v.literal(1) });
const Id = v.pipe(v.string(), v.regex(SUBJECT_ID));

/** The form of a file with what is kept of every subject; `form` is that of one subject. Takes older files as well. */
export function formOfSubjects<T>({ schema }: KeptForm<T>): KeptForm<BySubject<T>> {
  const ofFirst = v.pipe(
    schema,
    v.transform((state): BySubject<T> => ({ subjects: { [FIRST_SUBJECT]: state } })),
  );
  const ofAll = v.object({ subjects: v.pipe(v.record(Id, schema), atMost<T>(MOST_SUBJECTS)) });
  return { version: VERSION, schema: v.lazy((read) => (v.is(First, read) ? ofFirst : ofAll)) };
}
