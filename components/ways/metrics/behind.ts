/** Images behind a number that was pressed. */
export interface Behind {
  readonly title: string;
  readonly indices: readonly number[];
}
