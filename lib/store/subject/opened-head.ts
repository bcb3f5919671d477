/* What is stored of an opened network beside its weights. */
import * as v from 'valibot';
import { crc32 } from '@/lib/data/crc32';
import type { Architecture } from '@/lib/network/architecture';
import { architectureSchema, writtenUnnamed } from '@/lib/run/architecture-schema';

/** The form of the ids of opened networks. */
export const OPENED_ID = /^net-[0-9a-f]{8}$/;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The data set of one's own that a network is made for, as far as pages need it before they read the set. */
export const ownSetSchema = v.object({
  set: v.string(),
  seed: count,
  count,
  counts: v.object({ training: count, heldOut: count, test: count }),
  first: v.object({ id: v.string(), label: v.string() }),
  /** Its name where the site serves it. */
  site: v.exactOptional(v.string()),
  /** It goes on from a network whose data set was mended: with these settings, and better than that one or not. */
  goesOn: v.exactOptional(
    v.object({
      learningRate: v.number(),
      epochs: count,
      frozen: v.array(v.string()),
      before: v.object({ accuracy: v.number(), loss: v.number(), count }),
    }),
  ),
});
export type OwnSet = Readonly<v.InferOutput<typeof ownSetSchema>>;

const headSchema = v.object({
  id: v.pipe(v.string(), v.regex(OPENED_ID)),
  /** Its classes are named as the learner named them. */
  architecture: architectureSchema,
  /** It was built here, so it has no weights of its own: those that it is trained to are stored with its run. */
  built: v.optional(v.boolean(), false),
  own: v.exactOptional(ownSetSchema),
  /** Of its weights. */
  bytes: count,
  openedAt: v.number(),
});

/** An opened network without its weights. Its name is its architecture's. */
export type OpenedHead = Readonly<v.InferOutput<typeof headSchema>>;

/** A stored head; null where it can't be read. */
export const readHead = (value: unknown): OpenedHead | null => {
  const read = v.safeParse(headSchema, value);
  return read.success ? read.output : null;
};

/** The same network with the same preparation and classes has the same id, so that it is stored once. */
export function openedId(architecture: Architecture, sum: number, own?: OwnSet): string {
  const text = new TextEncoder().encode(writtenUnnamed(architecture) + (own ? JSON.stringify(own) : ''));
  const both = new Uint32Array([crc32(text), sum]);
  return `net-${crc32(new Uint8Array(both.buffer)).toString(16).padStart(8, '0')}`;
}
