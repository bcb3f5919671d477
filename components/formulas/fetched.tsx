'use client';

import dynamic from 'next/dynamic';

// From within a client module, so that the formulas' styles and fonts as well are fetched only where a formula stands.
export const AdamFormula = dynamic(() => import('./AdamFormula').then((module) => module.AdamFormula));
export const Formula = dynamic(() => import('./Formula').then((module) => module.Formula));
export const InitialFormula = dynamic(() =>
  import('./InitialFormula').then((module) => module.InitialFormula),
);
export const Sym = dynamic(() => import('./Symbols').then((module) => module.Sym));
export const Symbols = dynamic(() => import('./Symbols').then((module) => module.Symbols));
export const TraceFormula = dynamic(() => import('./TraceFormula').then((module) => module.TraceFormula));
