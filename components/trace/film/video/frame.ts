/** A frame of the film as a video: the drawing, and below it the chapter and the caption, as the page has them. */
import type { Film } from '@/lib/provenance/film/at-time';
import { type FilmSubject, resolve, textOf } from '@/lib/provenance/film/resolve';
import words from '@/words/film';
import { drawMoment } from '../drawing/moment';
import type { Look } from '../drawing/pen';
import { sceneOf } from '../drawing/scene';
import type { Flights } from '../flying/flights';

export const WIDTH = 1280;
export const HEIGHT = 720;
/** The room below the drawing. */
const CAPTIONS = 176;
const EDGE = 40;
const SIZE = 24;
const LEADING = 32;
const LINES = 4;

/** The words of a text in lines that are no wider than `most`. */
export function linesOf(text: string, most: number, widthOf: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

interface Parts {
  readonly film: Film;
  readonly look: Look;
  readonly flights: Flights | null;
}

/** Draws the frame of a beat at a time, with the subject of that moment. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  { film, look, flights }: Parts,
  subject: FilmSubject,
  at: number,
  time: number,
): void {
  const { beat, chapter } = film.beats[at];
  const shown = resolve(beat, subject);
  const drawn = { context, width: WIDTH, height: HEIGHT - CAPTIONS, ratio: 1, look };
  drawMoment(drawn, { film, scene: sceneOf(subject, shown), flights, still: false }, time);
  // Below everything, whatever it left transparent.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = look.paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.globalCompositeOperation = 'source-over';
  context.fillRect(0, HEIGHT - CAPTIONS, WIDTH, CAPTIONS);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = look.soft;
  context.font = `500 16px ${look.label}`;
  const top = HEIGHT - CAPTIONS + 22;
  context.fillText(`${chapter + 1}  ${film.chapters[chapter].title}`, EDGE, top);
  const text = shown.sentences.map((pieces) => textOf(pieces, words.missing()).trim()).join(' ');
  context.fillStyle = look.ink;
  for (let size = SIZE; ; size--) {
    context.font = `400 ${size}px ${look.label}`;
    const lines = linesOf(text, WIDTH - 2 * EDGE, (line) => context.measureText(line).width);
    // Smaller where it would not fit, so that nothing that is said is missing.
    if (lines.length > LINES && size > SIZE / 2) continue;
    for (const [line, own] of lines.entries()) context.fillText(own, EDGE, top + 34 + line * LEADING);
    return;
  }
}
