'use client';

import dynamic from 'next/dynamic';

/** Fetched after the page itself: few visits begin with a camera. */
export const CameraPart = dynamic(() => import('./CameraSet'), { ssr: false });
