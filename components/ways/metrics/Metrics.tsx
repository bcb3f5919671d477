'use client';

import { NeedsImages } from '@/components/site/NeedsImages';
import { useDataSet, useSubject } from '@/components/state/hooks';
import { MetricsBench, RecordedMetrics } from '../modes/fetched';

/** The network's metrics: measured here where the images are, else as they were recorded. */
export function Metrics() {
  const { id, images } = useDataSet();
  const shipped = useSubject(({ subject }) => subject.shipped);
  if (!images && shipped) return <RecordedMetrics folder={shipped.folder} />;
  return (
    <NeedsImages>
      <MetricsBench key={id} />
    </NeedsImages>
  );
}
