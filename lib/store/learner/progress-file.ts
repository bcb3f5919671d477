import { joinedStandings } from '@/lib/challenges/standing';
import { ok, type Result } from '@/lib/result';
import { readFile, writtenFile } from '../kept/kept-file';
import { formOfSubjects } from '../kept/subjects-file';
import type { Done, Score } from './done';
import { allProgress, change, NO_QUESTIONS, provideReader } from './progress';
import { PROGRESS, readProgress } from './progress-form';

const FILE = formOfSubjects(PROGRESS);

// A file contains what is stored of every subject, so nothing of it may still wait to be read.
provideReader(readProgress);

/** The progress in all subjects as a file's text. */
export const progressFile = (): string => writtenFile(FILE, { subjects: allProgress() });

/**
 * Merges progress from a file's text, for each subject, into the existing one. A file from the time of a
 * single subject belongs to that one. A file that can't be read changes nothing.
 */
export function openProgress(text: string): Result<void> {
  const read = readFile(FILE, 'progress', text);
  if (!read.ok) return read;
  for (const [subject, done] of Object.entries(read.value.subjects))
    change((now) => joined(now, done), subject);
  return ok(undefined);
}

function joined(now: Done, read: Done): Done {
  const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  return {
    read: both(now.read, read.read),
    modes: both(now.modes, read.modes),
    questions: fuller(now.questions, read.questions),
    challenges: joinedStandings(now.challenges, read.challenges),
  };
}

/** For each topic the score with more questions: a file that is read twice must not count twice. */
function fuller(now: Done['questions'], read: Done['questions']): Done['questions'] {
  const more = Object.entries(read).filter(([topic, { met }]) => met > (now[topic] ?? NO_QUESTIONS).met);
  return { ...now, ...Object.fromEntries(more) };
}

/** All questions together. */
export const scoreOf = (questions: Done['questions']): Score =>
  Object.values(questions).reduce(
    (all, { met, right }) => ({ met: all.met + met, right: all.right + right }),
    NO_QUESTIONS,
  );
