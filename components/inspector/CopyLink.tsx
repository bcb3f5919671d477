'use client';

import { useState } from 'react';
import words from '@/words/inspector';

/** The address of the page names the way: copied, it leads another to the same value. */
export function CopyLink() {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid(words.copied());
    } catch {
      setSaid(words.copyByHand());
    }
  };
  return (
    <button type="button" className="button-quiet" onClick={copy} onBlur={() => setSaid('')}>
      <span role="status">{said || words.copyLink()}</span>
    </button>
  );
}
