import type { Metadata } from 'next';
import Link from 'next/link';
import { FaultLab } from '@/components/faults/FaultLab';
import styles from '@/components/faults/Faults.module.css';
import { RoomNav } from '@/components/site/RoomNav';
import { FAULTS } from '@/lib/faults/faults';

export const metadata: Metadata = {
  title: 'Find the fault',
  description:
    'A network is trained in this browser, and at most one thing about it is broken. Find it from the curves, the answers, the gradients and the feature maps.',
};

export default function FaultsPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>Find the fault</h1>
      <p className={styles.intro}>
        A small run is trained in this browser, and one of {FAULTS.length} things may be broken in it, or
        nothing. You see what any engineer sees, its curves, its answers, its gradients and its feature maps,
        and a healthy run to hold them against. Your <Link href="/train/">own network</Link> is not touched.
      </p>
      <FaultLab />
    </div>
  );
}
