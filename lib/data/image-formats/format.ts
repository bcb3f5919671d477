/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An orientation as Exif counts them (1 to 8), and where it stands in the file. */
export interface Orientation {
  readonly value: number;
  /** Offset of its two bytes. */
  readonly at: number;
  readonly littleEndian: boolean;
}

/** What the structure of an image file says, before anything is decoded. */
export interface ImageStructure {
  /** As stored; null where the file doesn't say. */
  readonly size: Size | null;
  readonly animated: boolean;
  /** False: the file ends before its image does. Browsers show what is there, or nothing, each in its own way. */
  readonly whole: boolean;
  /** A kind of the format that hardly any browser decodes. */
  readonly variant?: 'deep' | 'arithmetic' | 'lossless';
  /** Only where browsers disagree on whether to follow it, so that we have to. */
  readonly orientation?: Orientation | null;
}

/** One format that browsers decode. */
export interface ImageFormat {
  readonly name: string;
  matches(bytes: Uint8Array): boolean;
  /** Throws a RangeError where the bytes end too soon. */
  read(bytes: Uint8Array, view: DataView): ImageStructure;
}

/** Whether a text of single-byte characters stands at an offset. */
export const hasText = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((character, at) => bytes[from + at] === character.charCodeAt(0));

/** The text of single-byte characters at an offset. */
export const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
