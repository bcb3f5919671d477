/** A key that an object in JSON has twice: `JSON.parse` keeps the last and says nothing. */

/** Where the string ends that begins at `start`: behind its closing quote. Strings of megabytes are met here. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = json.indexOf('"', at);
    if (at < 0) return json.length;
    let slashes = 0;
    while (json[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}

/**
 * The first key that stands twice in the same object, anywhere in the text; null where there is none.
 * The text must be JSON that parses.
 */
export function doubledKey(json: string): string | null {
  /** The keys so far of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let last: readonly [start: number, end: number] = [0, 0];
  for (let at = 0; at < json.length; at++) {
    const mark = json[at];
    if (mark === '{') open.push(new Set());
    else if (mark === '[') open.push(null);
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === '"') {
      last = [at, endOfString(json, at)];
      at = last[1] - 1;
    } else if (mark === ':') {
      // Escapes may spell the same key in two ways.
      const key: unknown = JSON.parse(json.slice(...last));
      const keys = open.at(-1);
      if (!keys || typeof key !== 'string') continue;
      if (keys.has(key)) return key;
      keys.add(key);
    }
  }
  return null;
}
