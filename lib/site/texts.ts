/** Where the texts of each language lie. */
export const TEXTS = { en: 'content', de: 'content/de' } as const;
