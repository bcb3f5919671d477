/** The only file that knows the library that writes video files. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  QUALITY_MEDIUM,
  WebMOutputFormat,
} from 'mediabunny';

export const FRAMES_A_SECOND = 24;
/** So many seconds lie at most between two frames that a player can begin with. */
const KEY_SECONDS = 4;

export interface Encoder {
  /** "mp4" or "webm". */
  readonly ending: string;
  /** Takes what stands on the canvas as the frame of this number. */
  add(frame: number): Promise<void>;
  finish(): Promise<Blob>;
  cancel(): Promise<void>;
}

/** What most players play, and what every browser that can encode can write. */
const FORMATS = [
  { format: () => new Mp4OutputFormat(), codecs: ['avc'] as const },
  { format: () => new WebMOutputFormat(), codecs: ['vp9', 'vp8'] as const },
];

/** An encoder of a canvas's frames; null where this browser has none. */
export async function encoderOf(canvas: HTMLCanvasElement): Promise<Encoder | null> {
  const { width, height } = canvas;
  for (const { format, codecs } of FORMATS) {
    const codec = await getFirstEncodableVideoCodec([...codecs], { width, height });
    if (codec) return begin(canvas, codec, format());
  }
  return null;
}

async function begin(
  canvas: HTMLCanvasElement,
  codec: 'avc' | 'vp9' | 'vp8' | Awaited<ReturnType<typeof getFirstEncodableVideoCodec>>,
  format: OutputFormat,
): Promise<Encoder | null> {
  if (!codec) return null;
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_MEDIUM, keyFrameInterval: KEY_SECONDS });
  output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
  await output.start();
  return {
    ending: format.fileExtension.replace('.', ''),
    add: (frame) => source.add(frame / FRAMES_A_SECOND, 1 / FRAMES_A_SECOND),
    async finish() {
      await output.finalize();
      return new Blob(target.buffer ? [target.buffer] : [], { type: format.mimeType });
    },
    cancel: () => output.cancel(),
  };
}
