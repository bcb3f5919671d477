/** A Content-Security-Policy for each page, with the hashes of its inline scripts (CSP level 3, W3C). */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pageFiles } from '../pages';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const CHARSET = /<meta charset="utf-8"\/?>/i;

/** What a page may do besides running its scripts. React writes styles into attributes. */
const RULES = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // An image that was chosen or dropped is a blob of this page.
  "connect-src 'self' blob:",
  "manifest-src 'self'",
  // TensorFlow.js starts its threads from a blob.
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy for a page: its own scripts, WebAssembly, and nothing added to it afterwards. */
export function policyFor(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const scripts = ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(hashes)].join(' ');
  return [...RULES, scripts].join('; ');
}

/**
 * The page including its policy, so that it also applies on a host that sends no headers.
 * @throws Error when the page does not begin like Next's pages.
 */
export function withPolicy(html: string): string {
  if (!CHARSET.test(html)) throw new Error('a page without a charset');
  // Before every script; content before a policy is not subject to it.
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`,
  );
}

/** Adds its policy to every page below a folder. */
export function writePolicies(folder: string): void {
  for (const file of pageFiles(folder)) writeFileSync(file, withPolicy(readFileSync(file, 'utf8')));
}
