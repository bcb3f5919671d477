const MEASURED = /<Measured claim="([^"]*)"/g;

/** The claims that a text in MDX shows, as they are written there, each once, in order. */
export const claimsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(MEASURED)].map(([, id]) => id)),
];
