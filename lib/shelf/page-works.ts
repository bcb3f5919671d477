import type { Language } from '@/lib/site/languages';
import { filmAbout, readFilm } from '@/lib/site/walk/film';
import { type PageWork, pageWorks } from '@/lib/site/walk/reading';
import { SHELF } from './shelf';

/** Every page that takes time: the film plays as long as it does about the network that every visit begins with. */
export async function allPageWorks(locale: Language): Promise<readonly PageWork[]> {
  const [pages, film] = await Promise.all([pageWorks(locale), readFilm(locale)]);
  const whole = { words: 0, tasks: 1, seconds: filmAbout(film, SHELF[0]).seconds };
  return [...pages, { href: '/film/', whole, walk: null }];
}
