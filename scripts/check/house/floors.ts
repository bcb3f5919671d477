/**
 * The floors of `lib`, from the lowest: a room imports from its own floor and from those below. A kind's folder has two
 * floors: what a layer is, and, above the explanations, what can be asked about it.
 */
const FLOORS: readonly (readonly RegExp[])[] = [
  [/^lib\/(result|once)\.ts$/, /^lib\/(format|tensor|colour)\//],
  [/^lib\/kinds\/(?!(.*\/)?questions\/)/],
  [/^lib\/network\//],
  [/^lib\/provenance\//, /^lib\/(metrics|recall|run|checkpoint|survey|data|site|offline)\//],
  [/^lib\/(questions|engine|interchange|formulas|what-if|faults|challenges|try-it)\//, /^lib\/kinds\//],
  [/^lib\/quiz\//],
  [/^lib\/course\//],
  [/^lib\/experiment\//],
  [/^lib\/store\//],
  [/^components\//],
  [/^app\//],
];

/** The floor a file stands on. @throws Error for a file that has none: it is to be given one here. */
export function floorOf(file: string): number {
  const floor = FLOORS.findIndex((rooms) => rooms.some((room) => room.test(file)));
  if (floor < 0) throw new Error(`${file} stands on no floor of the house (scripts/check/house/floors.ts).`);
  return floor;
}

/** The room a file stands in: the two floors of the kinds' folders are two rooms. */
export function roomOf(file: string): string {
  const [top, name] = file.split('/');
  if (top !== 'lib' || name !== 'kinds') return file.split('/').length > 2 ? `${top}/${name}` : top;
  return floorOf(file) < 3 ? 'lib/kinds' : 'lib/kinds: questions';
}
