import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import { useImage, useSubject } from './hooks';

/** The fragment of the home page that leads to what is said of such an image. */
export const ONLY_DRAWINGS = 'only-drawings';

/** Whether an own image, or a photograph, is shown to the course's network, which knows drawings alone. */
export function useOnlyDrawings(): boolean {
  const image = useImage();
  const course = useSubject(({ subject }) => subject.id === FIRST_SUBJECT);
  return course && (image?.kind === 'own' || image?.photograph === true);
}
