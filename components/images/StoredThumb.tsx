'use client';

import { useEffect, useState } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { loadSample } from '@/lib/data/samples/sample';
import { PixelThumb } from './PixelThumb';

/** An image of a data set that the browser stores, as the network sees it. */
export default function StoredThumb({ id }: { readonly id: string }) {
  const dataSet = useDataSet();
  const [pixels, setPixels] = useState<Uint8Array | null>(null);
  useEffect(() => {
    let gone = false;
    void loadSample({ id, label: '' }, dataSet).then((image) => {
      if (!gone && image.ok) setPixels(image.value.pixels);
    });
    return () => {
      gone = true;
    };
  }, [id, dataSet]);
  return <PixelThumb pixels={pixels} />;
}
