/**
 * The headers that make a page cross-origin isolated, which threads in WebAssembly need, and still allow
 * embedding it: as in `public/_headers`, for hosts that can't send custom headers.
 */
export const ISOLATION: readonly (readonly [name: string, value: string])[] = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
];

/** Responses with these statuses may have no body, not even an empty one (Fetch, "null body status"). */
const WITHOUT_BODY: readonly number[] = [101, 103, 204, 205, 304];

/**
 * The response with the missing headers of {@link ISOLATION} added; those that the host sent stay unchanged.
 */
export function isolated(response: Response): Response {
  const missing = ISOLATION.filter(([name]) => !response.headers.has(name));
  // An error, or a redirect for the browser to follow: it must not be modified.
  if (response.status === 0 || missing.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of missing) headers.set(name, value);
  const { status, statusText } = response;
  const body = WITHOUT_BODY.includes(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}
