'use client';

import { useStore } from 'zustand';
import { type WhatIf, whatIf } from '@/lib/store/explore/what-if';

export const useWhatIf = <T>(select: (state: WhatIf) => T): T => useStore(whatIf, select);
