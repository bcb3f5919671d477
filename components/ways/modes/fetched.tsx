'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';

// Each is loaded only on the page of its way to learn.
export const Challenge = dynamic(
  again(() => import('../challenge/Challenge').then((module) => module.Challenge)),
);
export const ExperimentBench = dynamic(
  again(() => import('../experiment/ExperimentBench').then((module) => module.ExperimentBench)),
);
export const MetricsBench = dynamic(
  again(() => import('../metrics/MetricsBench').then((module) => module.MetricsBench)),
);
export const RecordedMetrics = dynamic(
  again(() => import('../metrics/RecordedMetrics').then((module) => module.RecordedMetrics)),
);
export const Recall = dynamic(again(() => import('../recall/Recall').then((module) => module.Recall)));
export const TryIt = dynamic(again(() => import('../try-it/TryIt').then((module) => module.TryIt)));
export const Workshop = dynamic(again(() => import('./Workshop').then((module) => module.Workshop)));
