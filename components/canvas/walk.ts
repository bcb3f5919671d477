/** One cell of a plane; rows and columns are counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const inside = (n: number, length: number) => Math.max(0, Math.min(length - 1, n));

/**
 * The place that a key moves to on a plane of height x width; null for other keys. Moves stop at the edges.
 */
export function walk(key: string, whole: boolean, from: Place, height: number, width: number): Place | null {
  const { row, column } = from;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: inside(nextRow, height),
    column: inside(nextColumn, width),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return whole ? to(0, 0) : to(row, 0);
    case 'End':
      return whole ? to(height - 1, width - 1) : to(row, width - 1);
    default:
      return null;
  }
}

/** The cell at a screen position, given the box of the plane. */
export function placeAt(box: DOMRect, x: number, y: number, height: number, width: number): Place {
  return {
    row: inside(Math.floor(((y - box.top) / box.height) * height), height),
    column: inside(Math.floor(((x - box.left) / box.width) * width), width),
  };
}
