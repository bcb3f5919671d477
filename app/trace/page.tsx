import type { Metadata } from 'next';
import { PredictionTrace } from '@/components/trace/PredictionTrace';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';

export const metadata: Metadata = {
  title: 'Prediction trace',
  description: 'Step one picture through the layers of the real network, from pixels to ten probabilities.',
};

export default function TracePage() {
  return (
    <div className="wide">
      <div className="column" style={{ marginInline: 0 }}>
        <h1>Prediction trace</h1>
        <p>
          One picture, {REFERENCE_FACTS.predictionTrace.length} layers, one answer. Step through them with the
          buttons or with the arrow keys. Every map is what the network really computed.
        </p>
      </div>
      <PredictionTrace />
    </div>
  );
}
