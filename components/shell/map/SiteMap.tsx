import { loadModes } from '@/components/ways/modes/modes';
import { allPageWorks } from '@/lib/shelf/page-works';
import { minutesOf, sumOf } from '@/lib/site/walk/count';
import { walkWork } from '@/lib/site/walk/reading';
import { LOCALE } from '@/words/locale';
import { MapMenu } from './MapMenu';
import type { Minutes } from './pages';

const isLesson = ({ href }: { readonly href: string }) => href.startsWith('/stages/');

/** How long each page takes; in the group of the walk, what belongs to the walk, with its lessons as one. */
async function minutesOfPages(): Promise<Minutes> {
  const [pages, walk] = await Promise.all([allPageWorks(LOCALE), walkWork(LOCALE)]);
  const lessons = walk.filter(isLesson);
  const onWalk = walk.map(({ href, walk: own }) => [href, minutesOf(own)] as const);
  return {
    all: Object.fromEntries(pages.map(({ href, whole }) => [href, minutesOf(whole)])),
    walk: {
      ...Object.fromEntries(onWalk),
      [lessons[0].href]: minutesOf(sumOf(lessons.map(({ walk: own }) => own))),
    },
    total: minutesOf(sumOf(walk.map(({ walk: own }) => own))),
    lessons: { walk: lessons.length, all: pages.filter(isLesson).length },
  };
}

/** The menu of all pages, in the header of each. */
export async function SiteMap() {
  const [modes, minutes] = await Promise.all([loadModes(), minutesOfPages()]);
  const ways = modes.map(({ mode, title, summary }) => ({ mode, title, summary }));
  return <MapMenu ways={ways} minutes={minutes} />;
}
