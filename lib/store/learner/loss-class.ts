/* The class that formulas treat as the actual one. Written only here. */
import { ownedStore } from '../owned-store';

/** The class that the formulas treat as the actual one. Null: the image's own. */
const [lossClass, write] = ownedStore<{ readonly label: number | null }>({ label: null });

export { lossClass };

/** Treats this class as the actual one. */
export const chooseLossClass = (label: number): void => write({ label });
