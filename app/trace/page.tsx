import type { Metadata } from 'next';
import { ChosenPicture } from '@/components/pictures/ChosenPicture';
import { RoomNav } from '@/components/site/RoomNav';
import { PredictionTrace } from '@/components/trace/PredictionTrace';
import styles from '@/components/trace/PredictionTrace.module.css';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';

export const metadata: Metadata = {
  title: 'Prediction trace',
  description: 'Step one picture through the layers of the real network, from pixels to ten probabilities.',
};

export default function TracePage() {
  return (
    <div className="wide">
      <RoomNav />
      <div className={styles.opening}>
        <div>
          <h1>Prediction trace</h1>
          <p>
            One picture, {REFERENCE_FACTS.predictionTrace.length} layers, one answer. Step with the buttons or
            the arrow keys. Every map was really computed.
          </p>
        </div>
        <ChosenPicture />
      </div>
      <PredictionTrace />
    </div>
  );
}
