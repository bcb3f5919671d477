/** Where the parts of an HDF5 file lie, and how long its messages say that they are. */

/** A number of so many bytes at a place of the file. */
type ReadNumber = (at: number, bytes: 1 | 2 | 4 | 8) => number;

/** Parts of a file that must not lie over one another, as no program writes them. */
export class Blocks {
  private readonly taken: (readonly [from: number, to: number])[] = [];

  take(from: number, size: number): void {
    if (size > 0) this.taken.push([from, from + size]);
  }

  /** Whether two of them have a byte in common. */
  overlap(): boolean {
    const inOrder = this.taken.toSorted(([one], [other]) => one - other);
    return inOrder.some(([from], at) => at > 0 && from < inOrder[at - 1][1]);
  }
}

const FIRST_VERSION = 1;

/** How many elements a dataspace message says that there are; one for a single number. */
export function elementsIn(number: ReadNumber, at: number): number {
  const [version, rank] = [number(at, 1), number(at + 1, 1)];
  const lengths = at + (version === FIRST_VERSION ? 8 : 4);
  let count = 1;
  for (let axis = 0; axis < rank; axis++) count *= number(lengths + 8 * axis, 8);
  return count;
}

/** How many bytes an element takes, as a datatype message says. */
export const elementBytes = (number: ReadNumber, at: number): number => number(at + 4, 4);
