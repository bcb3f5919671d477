import type { Metadata } from 'next';
import { Measurements } from '@/components/mdx/claims/Measurements';
import styles from '@/components/mdx/Lesson.module.css';
import { NextStep, type Onward } from '@/components/site/NextStep';
import { MODE_COMPONENTS } from '@/components/ways/modes/components';
import { ModeFoot, ModeHead } from '@/components/ways/modes/ModeHead';
import { MODES, type ModeId } from '@/components/ways/modes/mode-ids';
import { loadMode } from '@/components/ways/modes/modes';

interface Props {
  readonly params: Promise<{ readonly mode: ModeId }>;
}

/** What comes after a way to learn; after the others, another of them. */
const AFTER: Partial<Record<ModeId, readonly Onward[]>> = {
  trace: ['train', 'ways'],
  why: ['backward', 'ways'],
  concept: ['lessons', 'trace', 'ways'],
};

export const dynamicParams = false;
export const generateStaticParams = () => MODES.map((mode) => ({ mode }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = await loadMode((await params).mode);
  return { title, description: summary };
}

export default async function ModePage({ params }: Props) {
  const { mode } = await params;
  const { Body, file, ...facts } = await loadMode(mode);
  return (
    <article className={styles.lesson}>
      <ModeHead {...facts} />
      <Body components={MODE_COMPONENTS} />
      <Measurements file={file} />
      <ModeFoot {...facts} />
      <NextStep to={AFTER[mode] ?? ['ways']} />
    </article>
  );
}
