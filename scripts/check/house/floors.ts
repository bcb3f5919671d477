/**
 * The floors (levels) of `lib`, from the lowest: a room (folder) imports from its own floor and from those below. A kind's
 * folder has two floors: what a layer is, and, above the explanations, the questions about it.
 */
const FLOORS: readonly (readonly RegExp[])[] = [
  [/^lib\/(result|once)\.ts$/, /^lib\/(format|tensor)\//],
  [/^lib\/kinds\/(?!(.*\/)?questions\/)/],
  [/^lib\/network\//],
  [/^lib\/provenance\//, /^lib\/(metrics|run|checkpoint|data|site)\//],
  [/^lib\/(questions|engine|interchange|formulas|what-if|challenges|try-it)\//, /^lib\/kinds\//],
  [/^lib\/quiz\//],
  [/^lib\/(course|shelf)\//],
  [/^lib\/experiment\//],
  [/^lib\/store\//],
  [/^components\//],
  [/^app\//],
];

/** The floor of a file. @throws Error for a file that has none: add it here. */
export function floorOf(file: string): number {
  const floor = FLOORS.findIndex((rooms) => rooms.some((room) => room.test(file)));
  if (floor < 0) throw new Error(`${file} has no floor: add its folder to scripts/check/house/floors.ts.`);
  return floor;
}

/** The room of a file: the two floors of the kinds' folders are two rooms. */
export function roomOf(file: string): string {
  const [top, name] = file.split('/');
  if (top !== 'lib' || name !== 'kinds') return file.split('/').length > 2 ? `${top}/${name}` : top;
  return floorOf(file) < 3 ? 'lib/kinds' : 'lib/kinds: questions';
}
