'use client';

import { useState } from 'react';

/** The address of the page names the way: copied, it leads another to the same value. */
export function CopyLink() {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('Copied');
    } catch {
      setSaid('Copy the address of this page');
    }
  };
  return (
    <button type="button" className="button-quiet" onClick={copy} onBlur={() => setSaid('')}>
      <span role="status">{said || 'Copy link'}</span>
    </button>
  );
}
