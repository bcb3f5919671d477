import type { Step } from '@/lib/provenance/path';
import { searchOf } from '@/lib/site/query';
import type { Choice, WeightChoice } from './learner';

const writePath = (steps: readonly Step[]): string =>
  steps.map(({ stage, cell }) => [stage, ...cell].join('.')).join('*');

/**
 * The address's name of the pinned epoch, as parameter and as value of `of`: existing shared links use it.
 */
export const PINNED = 'held';

/** The parts of the choice that an address can contain. */
export type Name = keyof Choice;
export const NAMES: readonly Name[] = [
  'network',
  'image',
  'stage',
  'channel',
  'cell',
  'epoch',
  'pinned',
  'compare',
  'path',
  'of',
  'weight',
];

/**
 * The names of fields in the address: existing shared links call the image `picture`, the path `way`, the
 * pinned epoch `held`.
 */
const SHARED_NAMES: Partial<Record<Name, string>> = { image: 'picture', path: 'way', pinned: PINNED };

/** The parameter of a part of the choice. */
export const parameterOf = (name: Name): string => SHARED_NAMES[name] ?? name;

function write(choice: Choice, name: Name): string | null {
  if (name === 'path') return choice.path && writePath(choice.path);
  if (name === 'of') return choice.of && PINNED;
  if (name === 'weight') return choice.weight && weightAddress(choice.weight);
  const value = choice[name];
  return value === null ? null : String(value);
}

/** A weight in the form of the address. */
export const weightAddress = ({ stage, part, index }: WeightChoice): string =>
  [stage, part, ...index].join('.');

/** The query of a choice; other parameters of the address are kept. Empty or "?...". */
export function writeAddress(search: string, choice: Choice): string {
  const query = new URLSearchParams(search);
  for (const name of NAMES) {
    const text = write(choice, name);
    if (text === null) query.delete(parameterOf(name));
    else query.set(parameterOf(name), text);
  }
  return searchOf(query);
}

/** An address of another page on the same stage, with the value that is followed in it. */
export function withFollowed(address: string, followed: Pick<Choice, 'channel' | 'cell'>): string {
  const [path, search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  for (const name of ['channel', 'cell'] as const)
    if (followed[name] !== null) query.set(name, String(followed[name]));
  return path + searchOf(query);
}
