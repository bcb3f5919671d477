import * as v from 'valibot';

/** The JSON form of a state, in files and in this browser's storage: an object with a version. */
export interface KeptForm<T> {
  readonly version: number;
  /** The state itself, without its version. Accepts the forms of older versions as well. */
  readonly schema: v.GenericSchema<unknown, T>;
}

/** The result of reading a text. */
export type Reading<T> =
  | { readonly is: 'read'; readonly json: unknown; readonly state: T }
  | { readonly is: 'newer' }
  | { readonly is: 'cut off'; readonly detail: string }
  | {
      readonly is: 'wrong';
      readonly json: unknown;
      readonly issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]];
    };

const Version = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** Reads a stored or saved state, of this version or an older one. */
export function readForm<T>(form: KeptForm<T>, text: string): Reading<T> {
  try {
    const json: unknown = JSON.parse(text);
    const versioned = v.safeParse(Version, json);
    if (!versioned.success) return { is: 'wrong', json, issues: versioned.issues };
    if (versioned.output.version > form.version) return { is: 'newer' };
    const read = v.safeParse(form.schema, json);
    return read.success
      ? { is: 'read', json, state: read.output }
      : { is: 'wrong', json, issues: read.issues };
  } catch (error) {
    return { is: 'cut off', detail: String(error) };
  }
}

/**
 * The same JSON without the invalid entries of its lists and records, so that one wrong number does not
 * discard everything beside it. Null where more than entries is invalid.
 */
export function withoutWrong(json: unknown, issues: readonly v.BaseIssue<unknown>[]): object | null {
  if (typeof json !== 'object' || json === null) return null;
  const wrong = new Map<string, Set<string>>();
  for (const { path } of issues) {
    const [part, entry] = path ?? [];
    if (typeof part?.key !== 'string' || !entry) return null;
    wrong.set(part.key, (wrong.get(part.key) ?? new Set()).add(String(entry.key)));
  }
  const mended = Object.entries(json).map(([part, value]: [string, unknown]) => {
    const entries = wrong.get(part);
    return [part, entries ? without(value, entries) : value];
  });
  return Object.fromEntries(mended);
}

function without(value: unknown, entries: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => !entries.has(`${at}`));
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => !entries.has(key)));
}

/** At most `most` entries; each further one is an issue of its own. */
export const atMost = <T>(most: number) =>
  v.rawCheck<Record<string, T>>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    for (const [key, value] of Object.entries(input).slice(most))
      addIssue({ message: 'too many', path: [{ type: 'object', origin: 'value', input, key, value }] });
  });
