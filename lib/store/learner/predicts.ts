import { followKey } from '../kept/follow-key';

/*
 * Whether figures ask before they show, as this browser keeps it. It stands in the document as well, where the style
 * sheets keep room for the questions from the first paint on.
 */
const KEY = 'predict';

/** Runs before the first paint. Storage may be forbidden. */
export const PREDICT_SCRIPT = `try{if(localStorage.getItem('${KEY}'))document.documentElement.dataset.predict=''}catch{}`;

/** What was kept, as {@link PREDICT_SCRIPT} found it. */
export const keptPredicts = (): boolean => 'predict' in document.documentElement.dataset;

/** Keeps the preference. Where storage is forbidden it holds until the page is left. */
export function keepPredicts(on: boolean): void {
  document.documentElement.toggleAttribute('data-predict', on);
  try {
    if (on) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // A preference that is not kept is no reason to bother anyone.
  }
}

/** Hears of the preference when another tab changes it. */
export function followPredicts(changed: (on: boolean) => void): void {
  followKey(KEY, () => {
    const on = localStorage.getItem(KEY) !== null;
    document.documentElement.toggleAttribute('data-predict', on);
    changed(on);
  });
}
