import { parseConditions } from './conditions';
import { type Beat, type Chapter, FIGURES, PLACES, secondsOf } from './script';

const MATTER = /^---\ntitle: (.+)\n---\n/;
const BEAT = /<Beat\s([^>]*)>([\s\S]*?)<\/Beat>/g;
const ATTRIBUTE = /(\w+)="([^"]*)"/g;
const KNOWN = ['figure', 'at', 'value', 'epochs', 'activation', 'when', 'look'];

/**
 * A chapter of the script from its text in MDX.
 * @throws Error naming the file where it has no title, or a beat says something unknown.
 */
export function parseChapter(text: string, file: string): Chapter {
  const wrong = (what: string) => new Error(`${file}: ${what}`);
  const title = MATTER.exec(text)?.[1];
  if (!title) throw wrong('the front matter has no title.');
  const beats = [...text.matchAll(BEAT)].map(([, attributes, body]) => parseBeat(attributes, body, wrong));
  if (beats.length === 0) throw wrong('it has no beat.');
  return { title, beats };
}

function parseBeat(attributes: string, body: string, wrong: (what: string) => Error): Beat {
  const given = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value]));
  const unknown = [...given.keys()].find((name) => !KNOWN.includes(name));
  if (unknown) throw wrong(`a beat has no “${unknown}”.`);
  const figure = FIGURES.find((name) => name === given.get('figure'));
  if (!figure) throw wrong(`there is no figure “${given.get('figure')}”.`);
  const named = given.get('value');
  const value = PLACES.find((name) => name === named) ?? null;
  if (named && !value) throw wrong(`there is no value “${named}”.`);
  const sentences = body
    .trim()
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!]) (?=\S)/);
  return {
    figure,
    at: given.get('at') ?? 'image',
    value,
    epochs: parseEpochs(given.get('epochs'), wrong),
    activation: given.get('activation') ?? null,
    ...parseWhen(given.get('when'), wrong),
    sentences,
    seconds: secondsOf(sentences, Number(given.get('look') ?? 0)),
  };
}

function parseWhen(text: string | undefined, wrong: (what: string) => Error): Pick<Beat, 'when'> {
  if (text === undefined) return {};
  const when = parseConditions(text);
  if (!when) throw wrong(`“${text}” is no condition.`);
  return { when };
}

function parseEpochs(text: string | undefined, wrong: (what: string) => Error): Beat['epochs'] {
  if (text === undefined) return null;
  const [from, to] = text.split(' ').map(Number);
  const isShare = (one: number | undefined) => one !== undefined && one >= 0 && one <= 1;
  if (!isShare(from) || !isShare(to)) throw wrong(`“${text}” are no two shares of a run.`);
  return [from, to];
}
