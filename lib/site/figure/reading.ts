/**
 * The event by which a canvas is told that it is about to be read: where a graphics card draws, its pixels are there only
 * until the frame is shown.
 */
export const BEFORE_READING = 'beforereading';
