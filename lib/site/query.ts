/** A query as addresses show it, with its commas; empty or "?...". */
export function searchOf(query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}
