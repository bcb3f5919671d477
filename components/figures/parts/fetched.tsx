import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';

// A figure's numbers are rendered only when they are opened, and fetched only then.

export const MapsTable = dynamic(again(() => import('./MapsTable').then((module) => module.MapsTable)));
