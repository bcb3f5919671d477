'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';

/** Loaded only in the lesson that has it. */
export const SlideImage = dynamic(again(() => import('./SlideImage').then((module) => module.SlideImage)));
