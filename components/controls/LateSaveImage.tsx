'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';

/** For pages that are to be light: fetched when it is first shown. */
export const LateSaveImage = dynamic(again(() => import('./SaveImage').then((module) => module.SaveImage)));
