/** What a file calls its classes, in the notes that programs add to it. */

/** Keys under which they are found: "names" is Ultralytics', "classes" that of many scripts. */
const KEYS = ['classes', 'names', 'class_names', 'labels'];
const LONGEST_NOTE = 100_000;
const LONGEST_NAME = 60;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Names by their numbers, in order; empty where the numbers are not those from 0 on. */
function inOrder(entries: readonly (readonly [key: string, name: unknown])[]): readonly string[] {
  const byKey = new Map(entries);
  return Array.from({ length: byKey.size }, (_, at) => byKey.get(`${at}`)).filter(isText);
}

/** The names in a list or dictionary as JSON writes it; null where the text is no JSON. */
function fromJson(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value.filter(isText);
    return typeof value === 'object' && value !== null ? inOrder(Object.entries(value)) : [];
  } catch {
    return null;
  }
}

/** The names in a list or dictionary as Python prints it, with keys or without. */
function fromPython(text: string): readonly string[] {
  const found = Array.from(
    text.matchAll(/(?:(\d{1,6}) ?: ?)?(?:"([^"\\]*)"|'([^'\\]*)')/g),
    ([, key, double, single]) => [key, double ?? single] as const,
  );
  if (found.every(([key]) => key === undefined)) return found.map(([, name]) => name);
  return inOrder(found.map(([key, name]) => [key ?? '', name]));
}

/** The names in a note, however it lists them; between commas or on lines too. */
function namesIn(text: string): readonly string[] {
  const json = fromJson(text);
  if (json) return json;
  return /^\s*[[{(]/.test(text) ? fromPython(text) : text.trim().split(/[,\n]/);
}

/** The names of this many classes, of which no two are the same; null where the notes hold none. */
export function namedClasses(notes: ReadonlyMap<string, string>, count: number): readonly string[] | null {
  for (const key of KEYS) {
    const text = notes.get(key);
    if (text === undefined || text.length > LONGEST_NOTE) continue;
    const names = namesIn(text).map((name) => name.trim());
    const usable = names.every((name) => name !== '' && name.length <= LONGEST_NAME);
    if (usable && names.length === count && new Set(names).size === count) return names;
  }
  return null;
}
