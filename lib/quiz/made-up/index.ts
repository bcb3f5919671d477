/** Questions about made-up networks and runs, independent of the current network. */
import type { Writers } from '@/lib/questions/question';
import { MADE_UP_NETWORK } from './networks';
import { MADE_UP_READINGS } from './readings';
import { MADE_UP_STEPS } from './steps';

export const MADE_UP_PREDICTIONS: Writers<null> = MADE_UP_NETWORK;
export const MADE_UP_TRAINING: Writers<null> = { ...MADE_UP_STEPS, ...MADE_UP_READINGS };
