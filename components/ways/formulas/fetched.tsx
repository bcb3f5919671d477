'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';

// From within a client module, so that the formulas' styles and fonts too are loaded only where there is a
// formula.
export const AdamFormula = dynamic(again(() => import('./AdamFormula').then((module) => module.AdamFormula)));
export const Formula = dynamic(again(() => import('./Formula').then((module) => module.Formula)));
export const InitialFormula = dynamic(
  again(() => import('./InitialFormula').then((module) => module.InitialFormula)),
);
export const Sym = dynamic(again(() => import('./Symbols').then((module) => module.Sym)));
export const Symbols = dynamic(again(() => import('./Symbols').then((module) => module.Symbols)));
export const TraceFormula = dynamic(
  again(() => import('./TraceFormula').then((module) => module.TraceFormula)),
);
