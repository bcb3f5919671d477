'use client';

import type { Pipeline } from '@/lib/network/pipeline';
import styles from '../Lesson.module.css';
import { useRewritten } from '../use-rewritten';
import type { FactName } from './facts';

interface Props {
  readonly of: string;
  readonly is: FactName;
  /** The fact about the network that the page was built with; null where it was not written then. */
  readonly built: string | null;
}

async function write(pipeline: Pipeline, of: string, is: string): Promise<string> {
  const { factNamed } = await import('./facts');
  return factNamed(pipeline, of, is);
}

/** A fact within a sentence; rewritten when the page turns to another network. */
export function LiveFact({ of, is, built }: Props) {
  return <span className={`number ${styles.fact}`}>{useRewritten(built, write, of, is)}</span>;
}
