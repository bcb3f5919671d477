import * as v from 'valibot';

/** How a state is written as JSON, in files and in this browser's storage: an object with a version. */
export interface KeptForm<T> {
  readonly version: number;
  /** The state itself, without its version. Takes what older versions wrote as well. */
  readonly schema: v.GenericSchema<unknown, T>;
}

/** What a text turned out to be. */
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

/** Reads a state that was kept or saved, of this version or an older one. */
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
 * The same JSON without the entries of its lists and records that can't be, each by itself, so that one wrong number does
 * not cost everything that is kept beside it. Null where more than entries is wrong.
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

/** At most `most` entries; each one beyond is an issue of its own. */
export const atMost = <T>(most: number) =>
  v.rawCheck<Record<string, T>>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    for (const [key, value] of Object.entries(input).slice(most))
      addIssue({ message: 'too many', path: [{ type: 'object', origin: 'value', input, key, value }] });
  });
