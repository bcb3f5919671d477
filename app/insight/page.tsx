import type { Metadata } from 'next';
import { Insight } from '@/components/insight/Insight';

export const metadata: Metadata = {
  title: 'The key insight',
  description:
    'Features grow from edges to shapes, layer by layer; convolution, pooling and dense layers together make classification work. Shown on your picture and your run.',
};

export default function InsightPage() {
  return (
    <div className="wide">
      <h1>The key insight</h1>
      <p className="column" style={{ marginInline: 0, fontSize: '1.25rem' }}>
        Features grow from edges to shapes, layer by layer. Convolution, pooling and dense layers together
        make classification work.
      </p>
      <Insight />
    </div>
  );
}
