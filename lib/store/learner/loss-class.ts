import { ownedStore } from '../owned-store';

/** The class that the formulas take for the right one. Null: the one that the image is of. */
const [lossClass, write] = ownedStore<{ readonly label: number | null }>({ label: null });

export { lossClass };

/** Takes this class for the right one. */
export const chooseLossClass = (label: number): void => write({ label });
