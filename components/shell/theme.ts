import { once } from '@/lib/once';
import { followKey } from '@/lib/store/kept/follow-key';

export type Theme = 'system' | 'light' | 'dark';

const THEME_KEY = 'theme';

/** Runs before the first paint, so that a stored theme never flashes. Storage may be forbidden. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The page's current theme. */
export function presentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Sets and stores a theme. Where storage is forbidden it lasts until the page is left. */
export function setTheme(theme: Theme): void {
  showTheme(theme);
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A theme that can't be stored is not worth a message.
  }
  notify();
}

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};
/** Applies a theme that was chosen in another tab. */
const followOtherTabs = once(() =>
  followKey(THEME_KEY, () => {
    const kept = localStorage.getItem(THEME_KEY);
    showTheme(kept === 'light' || kept === 'dark' ? kept : 'system');
    notify();
  }),
);

/** Calls back on every change of the theme, here or in another tab, until the returned function is called. */
export function followTheme(listener: () => void): () => void {
  followOtherTabs();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
