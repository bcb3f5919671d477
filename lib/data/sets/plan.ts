import type { ImageHeader } from '../image-formats/image-header';
import type { Rgba } from '../resample';
import type { Draft } from './draft';
import type { KnownSet } from './known/published';
import type { SetChoice, SetSummary } from './labelled-set';
import type { SetCard } from './take/card';

/**
 * Decodes an image file, upright. A browser and Node do it in different ways.
 * @throws Error where it can't be decoded.
 */
export type DecodeImage = (bytes: Uint8Array<ArrayBuffer>, header: ImageHeader | null) => Promise<Rgba>;

/** How the images of recognised files are read. */
export interface SetPlan extends SetSummary {
  /** Whether classes without images are left out: those of folders are, those that a form defines are not. */
  readonly onlyUsed: boolean;
  /** The owner's description, where the files contain one. */
  readonly card?: SetCard;
  /** The well-known set that a file's checksum is of. */
  readonly known?: KnownSet;
  /**
   * Reads the images into a draft; yields now and then.
   * @throws Refusal where it can't go on. What has been read until then is in the draft.
   */
  read(draft: Draft, choice: SetChoice, decode: DecodeImage): AsyncGenerator<void, void>;
}
