'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';

// Few texts depend on more than numbers: the lessons on the course's stages need not load what that takes.
export const When = dynamic(again(() => import('./When').then((module) => module.When)));
