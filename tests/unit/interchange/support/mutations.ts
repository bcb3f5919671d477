/** Damages files, by numbers that are drawn from a seed. */
export type Random = (below: number) => number;

/** A copy with a few bytes changed; those of the structure rather than of the weights, every other time. */
function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  for (let n = 1 + random(4); n > 0; n--) copy[random(copy.length)] ^= 1 << random(8);
  return copy;
}

/** A copy in which a length or number of one byte is another. */
function altered(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const small = Array.from(copy.keys()).filter((at) => copy[at] > 0 && copy[at] < 32);
  copy[small[random(small.length)]] = [0, 1, 2, 5, 7, 127, 128, 255][random(8)];
  return copy;
}

const cut = (bytes: Uint8Array, random: Random): Uint8Array => bytes.slice(0, random(bytes.length));

function without(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random(bytes.length);
  return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + 1 + random(40))]);
}

function doubled(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random(bytes.length);
  const to = from + 1 + random(200);
  return Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from)]);
}

/** A way to damage a file. */
export interface Mutation {
  readonly name: string;
  mutate(bytes: Uint8Array, random: Random): Uint8Array;
  /** How many values of a file without checksums can be other ones afterwards without anyone noticing. */
  readonly mostValues: number;
  /** How many settings of layers, that no shape depends on. */
  readonly mostSettings: number;
  /** The same in a file of text: what is left of it where something is missing may still be read. */
  readonly mostSettingsOfText: number;
}

const settings = (mostSettings: number, mostSettingsOfText = mostSettings) => ({
  mostSettings,
  mostSettingsOfText,
});

export const MUTATIONS: readonly Mutation[] = [
  { name: 'flipped', mutate: flipped, mostValues: 4, ...settings(4) },
  { name: 'altered', mutate: altered, mostValues: 1, ...settings(1) },
  { name: 'altered', mutate: altered, mostValues: 1, ...settings(1) },
  { name: 'cut', mutate: cut, mostValues: 0, ...settings(0) },
  { name: 'without', mutate: without, mostValues: 0, ...settings(0, 3) },
  { name: 'doubled', mutate: doubled, mostValues: 0, ...settings(0, 1) },
];
