import { joinedStandings } from '@/lib/challenges/standing';
import { ok, type Result } from '@/lib/result';
import { readFile, writtenFile } from '../kept/kept-file';
import { change, type Done, NO_QUESTIONS, PROGRESS, progress, type Score } from './progress';

/** The progress as a file's text. */
export function progressFile(): string {
  const { read, modes, questions, challenges } = progress.getState();
  return writtenFile(PROGRESS, { read, modes, questions, challenges });
}

/** Takes up progress from a file's text, beside what was there. A file that can't be read changes nothing. */
export function openProgress(text: string): Result<void> {
  const read = readFile(PROGRESS, 'progress', text);
  if (!read.ok) return read;
  change((now) => joined(now, read.value));
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

/** Of each topic the score with more questions: read twice, a file must not count twice. */
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
