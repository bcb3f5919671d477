import { createStore } from 'zustand/vanilla';

/** The class that the formulas take for the right one. Null: the one that the image is of. */
export const lossClass = createStore<{ readonly label: number | null }>()(() => ({ label: null }));
