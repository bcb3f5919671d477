/*
 * What is wrong with what was typed into a field: one sentence, or null. `value` is the number that the text means, null
 * where it means none.
 */
type Problem = string | null;

const LARGEST_RATE = 1;
const MOST_EPOCHS = 100;

/** A number as people write it: "0.001", ".5", "1e-3". Null for anything else, NaN and infinity too. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

const quoted = (text: string) => (text.trim() === '' ? 'Nothing' : `“${text.trim().slice(0, 20)}”`);

export function rateProblem(text: string, value: number | null): Problem {
  if (text.trim() === '') return 'Give a learning rate, for example 0.001.';
  if (value === null) return `${quoted(text)} is no number; a learning rate is one, for example 0.001.`;
  if (value === 0) return 'With a learning rate of 0 no weight ever moves, so nothing is learned.';
  if (value < 0) return 'A negative learning rate climbs the loss instead of going down; give one above 0.';
  if (value > LARGEST_RATE)
    return `A learning rate above ${LARGEST_RATE} throws the weights out of range at the first step; 0.001 is a good one to begin with.`;
  return null;
}

/** A number, whole or not, between two bounds that are named in the sentence. */
export function rangeProblem(what: string, low: number, high: number, whole: boolean) {
  const kind = whole ? 'whole number' : 'number';
  return (text: string, value: number | null): Problem =>
    value === null || value < low || value > high || (whole && !Number.isInteger(value))
      ? `${quoted(text)} does not work as ${what}; give a ${kind} from ${low} to ${high}.`
      : null;
}

export function batchProblem(text: string, value: number | null, pictures: number): Problem {
  if (value !== null && Number.isInteger(value) && value > pictures)
    return `A batch of ${value} is larger than the ${pictures} training pictures there are; give at most ${pictures}.`;
  return rangeProblem('a batch size', 1, pictures, true)(text, value);
}

export function epochsProblem(text: string, value: number | null): Problem {
  if (value === 0) return 'With 0 epochs nothing is trained; give at least 1.';
  return rangeProblem('a number of epochs', 1, MOST_EPOCHS, true)(text, value);
}

export function picturesProblem(text: string, value: number | null, all: number, classes: number): Problem {
  if (text.trim() === '') return null;
  if (value !== null && Number.isInteger(value) && value >= 0 && value < classes)
    return `With ${value === 1 ? '1 picture' : `${value} pictures`} some of the ${classes} classes are never met; give at least ${classes}.`;
  return rangeProblem('a number of pictures', classes, all, true)(text, value);
}
