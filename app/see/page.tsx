import type { Metadata } from 'next';
import { ChosenPicture } from '@/components/pictures/ChosenPicture';
import { Answered } from '@/components/see/Answered';
import { Excites } from '@/components/see/Excites';
import { Methods } from '@/components/see/Methods';
import { Neighbours } from '@/components/see/Neighbours';
import styles from '@/components/see/See.module.css';
import { RoomNav } from '@/components/site/RoomNav';

export const metadata: Metadata = {
  title: 'What the network sees',
  description:
    'Saliency, the pixel bill, Grad-CAM, occlusion and integrated gradients side by side; the pictures that excite a filter most; a map of how alike pictures are to the network.',
};

export default function SeePage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>What the network sees</h1>
      <div className={styles.opening}>
        <p className={styles.intro}>
          Which pixels made it say so? There is more than one way to ask, and each hears another answer. None
          of them is the whole truth.
        </p>
        <ChosenPicture />
      </div>
      <Methods />
      <Excites />
      <Neighbours />
      <Answered />
    </div>
  );
}
