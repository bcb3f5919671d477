'use client';

import { useStore } from 'zustand';
import { type TryIt, tryIt } from '@/lib/store/explore/try-it';
import { type TryItCode, tryItCode } from '@/lib/store/learner/try-it-code';

export const useTryIt = <T>(select: (state: TryIt) => T): T => useStore(tryIt, select);
export const useTryItCode = <T>(select: (state: TryItCode) => T): T => useStore(tryItCode, select);
