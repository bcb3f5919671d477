/** What a translated glossary has otherwise than the one it was made from, in words for its translator. */

/** A term, as far as it must be the same in every language. */
interface Entry {
  readonly id: string;
  readonly stage: string | null;
}

/** The faults of a translated glossary: terms that are missing, that nobody knows, or that lead to another lesson. */
export function glossaryFaults(original: readonly Entry[], translation: readonly Entry[]): readonly string[] {
  const here = new Map(translation.map((entry) => [entry.id, entry]));
  const known = new Set(original.map(({ id }) => id));
  return [
    ...original.flatMap(({ id, stage }) => {
      const entry = here.get(id);
      if (!entry) return [`The term “${id}” is missing.`];
      return entry.stage === stage
        ? []
        : [
            `The term “${id}” leads to ${entry.stage ?? 'no lesson'}, the English one to ${stage ?? 'no lesson'}.`,
          ];
    }),
    ...translation.flatMap(({ id }) => (known.has(id) ? [] : [`The English glossary has no term “${id}”.`])),
  ];
}
