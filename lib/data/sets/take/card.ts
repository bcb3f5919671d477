/** The card of a data set: what its owner says about it, and, in an archive, which folder holds which class. */
import * as v from 'valibot';

/** What only the owner knows. Empty where the owner has not written it. */
export interface SetCard {
  readonly source: string;
  readonly licence: string;
}

export const UNKNOWN: SetCard = { source: '', licence: '' };
export const LONGEST_ENTRY = 500;

/** The file of the card in an archive. */
export const CARD_FILE = 'data-card.json';
const FORMAT = 'pipeline-tracer-data-set';

const entry = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, LONGEST_ENTRY)),
  ),
  '',
);
export const cardSchema = v.object({ source: entry, licence: entry });
const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  name: v.string(),
  ...cardSchema.entries,
  classes: v.array(v.object({ name: v.string(), folder: v.string() })),
});
export type CardFile = v.InferOutput<typeof fileSchema>;

/** The card as a text for an archive; `counts` and `weaknesses` are for its readers alone. */
export const writeCard = (
  card: Omit<CardFile, 'format' | 'version'>,
  more: {
    readonly shape: readonly number[];
    readonly counts: unknown;
    readonly distinct: unknown;
    readonly weaknesses: readonly string[];
  },
): string => `${JSON.stringify({ format: FORMAT, version: 1, ...card, ...more }, null, 2)}\n`;

/** Reads a card; null where the text is none. */
export function readCard(text: string): CardFile | null {
  try {
    const read = v.safeParse(fileSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
