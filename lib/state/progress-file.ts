import { joinedStandings } from '@/lib/challenges/standing';
import { ok, type Result } from '@/lib/result';
import {
  type Done,
  keepProgress,
  NO_QUESTIONS,
  parsedProgress,
  progress,
  type Score,
  writtenProgress,
} from './progress';

/** The progress as a file's text. */
export const progressFile = (): string => writtenProgress(progress.getState());

/** Takes up progress from a file's text, beside what was there. A file that can't be read changes nothing. */
export function openProgress(text: string): Result<void> {
  const read = parsedProgress(text);
  if (!read.ok) return read;
  const now = progress.getState();
  const joined = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  progress.setState({
    read: joined(now.read, read.value.read),
    modes: joined(now.modes, read.value.modes),
    questions: fuller(now.questions, read.value.questions),
    challenges: joinedStandings(now.challenges, read.value.challenges),
  });
  keepProgress(progress.getState());
  return ok(undefined);
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
