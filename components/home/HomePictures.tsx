'use client';

import { PicturePicker } from '@/components/pictures/PicturePicker';
import { useNetwork } from '@/components/state/hooks';
import { session } from '@/lib/state/session';

/** The picture that the whole site follows. */
export function HomePictures() {
  const picture = useNetwork((view) => view.picture);
  return (
    <section id="pictures" aria-label="Choose a picture">
      <PicturePicker selected={picture?.id ?? null} onChoose={(chosen) => session.choosePicture(chosen)} />
    </section>
  );
}
