interface Props {
  readonly row: number;
  readonly column: number;
  /** Of the plane that it is on. */
  readonly height: number;
  readonly width: number;
}

/** Marks one value of a small plane, whose units are its values; never smaller than an eighth of the plane. */
export function Mark({ row, column, height, width }: Props) {
  const side = Math.max(1, Math.max(height, width) / 8);
  return <rect x={column + 0.5 - side / 2} y={row + 0.5 - side / 2} width={side} height={side} />;
}
