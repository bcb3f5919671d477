/** Differences between a translated glossary and its source, worded for the translator. */

/** A term, as far as it must be the same in every language. */
interface Entry {
  readonly id: string;
  readonly stage: string | null;
}

/** The faults of a translated glossary: terms that are missing, unknown, or that lead to a different lesson. */
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
