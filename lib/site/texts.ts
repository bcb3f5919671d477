/** The folders of each language's texts. */
export const TEXTS = { en: 'content', de: 'content/de' } as const;
