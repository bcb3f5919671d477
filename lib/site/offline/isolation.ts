/**
 * What makes a page cross-origin isolated, which threads in WebAssembly need, and lets it be embedded all the same: as in
 * `public/_headers`, for hosts that send no headers of one's choice.
 */
export const ISOLATION: readonly (readonly [name: string, value: string])[] = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
];

/** Responses with these may have no body, not even an empty one (Fetch, "null body status"). */
const WITHOUT_BODY: readonly number[] = [101, 103, 204, 205, 304];

/** The response with the headers of {@link ISOLATION} that it lacks; what the host itself sent stays as it is. */
export function isolated(response: Response): Response {
  const missing = ISOLATION.filter(([name]) => !response.headers.has(name));
  // An error, or a redirect for the browser to follow: nothing may be changed in them.
  if (response.status === 0 || missing.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of missing) headers.set(name, value);
  const { status, statusText } = response;
  const body = WITHOUT_BODY.includes(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}
