declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** An axis kept within a range, or pinned to one value. */
    readonly variationAxes?: Readonly<Record<string, number | { min: number; max: number }>>;
    /** Whether only the glyphs of the text are kept, not also those that features would put in their places. */
    readonly noLayoutClosure?: boolean;
  }
  /** The font with what is needed to set the text; the text is a set of characters. */
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
