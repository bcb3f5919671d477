/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An Exif orientation (1 to 8), and its position in the file. */
export interface Orientation {
  readonly value: number;
  /** Offset of its two bytes. */
  readonly at: number;
  readonly littleEndian: boolean;
}

/** What an image file's structure says before anything is decoded. */
export interface ImageStructure {
  /** The stored size; null where the file doesn't give it. */
  readonly size: Size | null;
  readonly animated: boolean;
  /**
   * False: the file ends before its image does. Browsers then show a part, or nothing, each in a different
   * way.
   */
  readonly whole: boolean;
  /** A variant that hardly any browser decodes. */
  readonly variant?: 'deep' | 'arithmetic' | 'lossless';
  /** What decoding takes away: colours for print (CMYK), or more than 8 bits a channel. */
  readonly reduced?: 'print' | 'deep';
  /** Set only where browsers disagree on whether to apply it, so that this site has to. */
  readonly orientation?: Orientation | null;
}

/** One image format that browsers decode. */
export interface ImageFormat {
  readonly name: string;
  matches(bytes: Uint8Array): boolean;
  /** Throws a RangeError where the file ends too soon. */
  read(bytes: Uint8Array, view: DataView): ImageStructure;
}

/** Whether a text of single-byte characters is at an offset. */
export const hasText = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((character, at) => bytes[from + at] === character.charCodeAt(0));

/** The text of single-byte characters at an offset. */
export const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
