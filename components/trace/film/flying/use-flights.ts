import { useEffect, useState } from 'react';
import { deviceMemory } from '@/components/trace/space/room';
import type { Pipeline } from '@/lib/network/pipeline';
import { connectionNow, savesData } from '@/lib/site/offline/saving';
import type { Flights } from './flights';

/** In gigabytes: a device with less keeps the planes' textures for the page that is about them. */
const MEMORY = 2;

/** Whether flights are drawn here: not where motion or their library is not wanted, nor where memory is short. */
const areWanted = (still: boolean): boolean =>
  !still && !savesData(connectionNow()) && deviceMemory() >= MEMORY;

/**
 * What draws the flights; null until it is there, and where there is no WebGL. It is fetched after the values, which come
 * first (`drawn`). `version` changes with the graphics card.
 */
export function useFlights(pipeline: Pipeline, still: boolean, drawn: boolean) {
  const [begun, setBegun] = useState(false);
  if (drawn && !begun) setBegun(true);
  const [flights, setFlights] = useState<Flights | null>(null);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!begun || !areWanted(still)) return;
    let made: Flights | null = null;
    let left = false;
    const begin = async () => {
      try {
        const { Flights: Made } = await import('./flights');
        if (left) return;
        made = new Made(pipeline, () => setVersion((times) => times + 1));
        setFlights(made);
      } catch {
        // Without its part or without WebGL the film shows its drawings alone.
      }
    };
    void begin();
    return () => {
      left = true;
      made?.end();
      setFlights(null);
    };
  }, [pipeline, still, begun]);
  return { flights, version };
}
