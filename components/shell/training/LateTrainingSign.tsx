'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { useTrainingView } from '@/components/state/hooks';
import { isTraining } from '@/lib/store/training/training';

// Loaded when a run begins.
const TrainingSign = dynamic(again(() => import('./TrainingSign').then((module) => module.TrainingSign)));

/** The sign that a network is being trained, while one is. */
export const LateTrainingSign = () => useTrainingView(isTraining) && <TrainingSign />;
