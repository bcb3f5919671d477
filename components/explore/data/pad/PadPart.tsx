'use client';

import dynamic from 'next/dynamic';

/** Fetched after the page itself: few visits begin with a drawing. */
export const PadPart = dynamic(() => import('./PadSet'), { ssr: false });
