/** The seed of everything that is drawn. */
export const SEED = 7;
