/** The cameras of this device, for a page. None is asked for before {@link openCamera} is called. */
import { fail, ok, type Result } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data-camera';
import { contextOf } from '../../drawable';
import { fitImage } from '../fit-image';

/** Why the browser gave no camera, by its name for that. */
const SENTENCES: Readonly<Record<string, string>> = {
  NotAllowedError: words.denied(),
  SecurityError: words.denied(),
  NotFoundError: words.none(),
  OverconstrainedError: words.none(),
  NotReadableError: words.busy(),
  AbortError: words.busy(),
};

/** Asks for a camera: the one with this id, or any. */
export async function openCamera(id: string | null): Promise<Result<MediaStream>> {
  // Browsers hide it where a page isn't secure.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return fail(words.insecure());
  try {
    const video = {
      width: { ideal: 640 },
      height: { ideal: 480 },
      ...(id !== null && { deviceId: { exact: id } }),
    };
    return ok(await devices.getUserMedia({ video, audio: false }));
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return fail(SENTENCES[name] ?? words.broken(), String(error));
  }
}

/** The cameras that may be chosen; none where the browser doesn't say. Their names are known once one has been opened. */
export async function listCameras(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  let devices: readonly MediaDeviceInfo[] = [];
  try {
    devices = await navigator.mediaDevices.enumerateDevices();
  } catch {
    // The one that is on is enough.
  }
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }, at) => ({
      id: deviceId,
      name: label || words.deviceNumber({ number: at + 1 }),
    }));
}

/** The present frame of a video: its middle, as an image of this shape. Null as long as there is none. */
export function frameOf(video: HTMLVideoElement, shape: MapShape): Uint8Array | null {
  const { videoWidth: width, videoHeight: height, currentTime } = video;
  // Before it plays, Chromium shows a black frame of the same size.
  if (width === 0 || height === 0 || currentTime === 0) return null;
  // Four pixels for each are enough to average: more would cost every frame its time.
  const scale = Math.min(1, (4 * Math.max(shape[0], shape[1])) / Math.min(width, height));
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const context = contextOf(size);
  context.drawImage(video, 0, 0, size.width, size.height);
  return fitImage(context.getImageData(0, 0, size.width, size.height), { shape, fit: 'crop' });
}
