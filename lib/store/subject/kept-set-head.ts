/** What is stored of a data set beside its images. */
import * as v from 'valibot';
import { KNOWN_SETS } from '@/lib/data/sets/known/published';
import { FITS } from '@/lib/data/sets/labelled-set';
import { ODD_KINDS } from '@/lib/data/sets/look/odd';
import type { SetHead } from '@/lib/data/sets/set-head';
import { cardSchema } from '@/lib/data/sets/take/card';

/** The form of their ids. */
const SET_ID = /^set-[0-9a-f]{8}$/;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(v.number(), v.integer(), v.minValue(1));
export const setHeadSchema = v.object({
  id: v.pipe(v.string(), v.regex(SET_ID)),
  name: v.string(),
  form: v.picklist(['images', 'cifar10', 'cifar100', 'idx', 'npz', 'camera', 'pad']),
  classes: v.array(v.string()),
  shape: v.tuple([side, side, v.picklist([1, 3])]),
  count,
  counts: v.array(v.array(count)),
  notes: v.array(v.string()),
  odd: v.exactOptional(
    v.array(
      v.object({
        kind: v.picklist(ODD_KINDS),
        usual: v.exactOptional(v.string()),
        places: v.array(count),
        examples: v.array(v.object({ place: count, name: v.string() })),
      }),
    ),
  ),
  card: v.exactOptional(cardSchema),
  fit: v.exactOptional(v.picklist(FITS)),
  originals: v.exactOptional(v.object({ training: count, validation: count, test: count })),
  known: v.exactOptional(v.picklist(KNOWN_SETS)),
  bytes: count,
  keptAt: v.number(),
  asServed: v.exactOptional(v.literal(true)),
});

/** A stored set without its images. */
export interface KeptSet extends SetHead {
  /** Of its images. */
  readonly bytes: number;
  readonly keptAt: number;
  /** It is one of the site's: whoever changes it stores the changed one beside it, for the site's network is about this one. */
  readonly asServed?: true;
}

/** A stored set as it was at a time: whoever changes it must know whether it still is. */
export type StoredSet = Pick<KeptSet, 'id' | 'keptAt'>;

/** Null where it is damaged, or none. */
export const readHead = (value: unknown): KeptSet | null => {
  const read = v.safeParse(setHeadSchema, value);
  return read.success ? read.output : null;
};

/** Of the keys of the store, those of sets. */
export const isSetId = (key: IDBValidKey): boolean => typeof key === 'string' && SET_ID.test(key);

export const newSetId = (): string =>
  `set-${crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, '0')}`;
