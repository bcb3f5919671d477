/** A Content-Security-Policy for each page, with the hashes of the scripts that stand in it (CSP level 3, W3C). */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pageFiles } from '../pages';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const CHARSET = /<meta charset="utf-8"\/?>/i;

/** What a page may do besides running its scripts. Styles are written by React into attributes. */
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

/** The policy for a page: its own scripts, WebAssembly, and nothing written into it afterwards. */
export function policyFor(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const scripts = ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(hashes)].join(' ');
  return [...RULES, scripts].join('; ');
}

/**
 * The page with its policy in it, so that it holds on a host that sends no headers as well.
 * @throws Error when the page does not begin as Next's pages do.
 */
export function withPolicy(html: string): string {
  if (!CHARSET.test(html)) throw new Error('a page without a charset');
  // Before every script; what stands before a policy is not held to it.
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`,
  );
}

/** Gives every page below a folder its policy. */
export function writePolicies(folder: string): void {
  for (const file of pageFiles(folder)) writeFileSync(file, withPolicy(readFileSync(file, 'utf8')));
}
