import { followKey } from '../kept/follow-key';

/*
 * Whether figures ask before they show, as stored by this browser. It is also an attribute of the document,
 * by which the style sheets reserve room for the questions from the first paint on.
 */
const KEY = 'predict';

/** Runs before the first paint. Storage may be forbidden. */
export const PREDICT_SCRIPT = `try{if(localStorage.getItem('${KEY}'))document.documentElement.dataset.predict=''}catch{}`;

/** The stored preference, as {@link PREDICT_SCRIPT} found it. */
export const keptPredicts = (): boolean => 'predict' in document.documentElement.dataset;

/** Stores the preference. Where storage is forbidden it lasts until the page is left. */
export function keepPredicts(on: boolean): void {
  document.documentElement.toggleAttribute('data-predict', on);
  try {
    if (on) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // A preference that can't be stored is not worth a message.
  }
}

/** Calls back when another tab changes the preference. */
export function followPredicts(changed: (on: boolean) => void): void {
  followKey(KEY, () => {
    const on = localStorage.getItem(KEY) !== null;
    document.documentElement.toggleAttribute('data-predict', on);
    changed(on);
  });
}
