'use client';

import dynamic from 'next/dynamic';

/** Fetched where a network has no images here: the course's has some. */
export const OtherImagesPart = dynamic(() => import('./OtherImages'), { ssr: false });
