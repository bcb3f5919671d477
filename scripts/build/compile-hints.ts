/** Compile hints for the scripts that pages begin with (https://v8.dev/blog/explicit-compile-hints). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFiles } from '../pages';
import { BASE_PATH } from '../project';

/**
 * Declares that every function of a file will be called. Then Chromium compiles it whole while it arrives, beside the page;
 * otherwise it parses each module a second time when it runs, which blocks the page. For other browsers it is a comment.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';
const FIRST_SCRIPT = /<script\b[^>]*?\ssrc="([^"?]+\.js)[^"]*"[^>]*?\sasync/g;

/** The addresses of the scripts that a page begins with. */
export const firstScripts = (html: string): readonly string[] =>
  [...html.matchAll(FIRST_SCRIPT)].map(([, address]) => address);

/** Writes the hint into all scripts that a page below a folder begins with; what is fetched later is left unchanged. */
export function hintFirstScripts(folder: string): void {
  const scripts = new Set(pageFiles(folder).flatMap((page) => firstScripts(readFileSync(page, 'utf8'))));
  for (const address of scripts) {
    const file = join(folder, address.slice(BASE_PATH.length));
    const script = readFileSync(file, 'utf8');
    if (!script.startsWith(HINT)) writeFileSync(file, HINT + script);
  }
}
