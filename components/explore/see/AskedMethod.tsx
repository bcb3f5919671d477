'use client';

import { useEffect, useRef, useState } from 'react';
import { usePipeline } from '@/components/state/hooks';
import { formatPercent } from '@/lib/format/format';
import type { Trace } from '@/lib/network/trace';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/see';
import { MethodPanel } from './MethodPanel';
import type { Asked, Found } from './methods';

interface Props {
  readonly method: Asked;
  readonly unit: number;
  /** Null until it is live and whole. */
  readonly trace: Trace | null;
}

/** A method that takes a while: computed on request, and again when the image or the class changes. */
export function AskedMethod({ method, unit, trace }: Props) {
  const pipeline = usePipeline();
  const [found, setFound] = useState<Found | null>(null);
  const [status, setStatus] = useState('');
  const [busy, setBusy] = useState(false);
  const shown = useRef({ trace, unit });
  // The result is then of a different image or class.
  useEffect(() => {
    shown.current = { trace, unit };
    setFound(null);
  }, [trace, unit]);
  const ask = async () => {
    if (busy || !trace) return;
    const about = shown.current;
    setBusy(true);
    setStatus('');
    const answer = await method.ask({ pipeline, trace, unit }, (share) =>
      setStatus(words.done({ share: formatPercent(Math.round(share * 20) / 20) })),
    );
    setBusy(false);
    setStatus(answer.ok ? '' : answer.problem.sentence);
    // Meanwhile another image or class may have been chosen.
    if (answer.ok && about === shown.current) setFound(answer.value);
  };
  return (
    <MethodPanel {...method} meaning={method.meaning(asMap(pipeline.architecture.input))} found={found}>
      <button
        type="button"
        className="button-quiet"
        aria-disabled={busy || !trace}
        onClick={() => void ask()}
      >
        {method.button}
      </button>{' '}
      <span role="status">{status}</span>
    </MethodPanel>
  );
}
