'use client';

import { useStore } from 'zustand';
import { type WhatIf, whatIf } from '@/lib/state/what-if';

export const useWhatIf = <T>(select: (state: WhatIf) => T): T => useStore(whatIf, select);
