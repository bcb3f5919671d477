import { stageOf } from '@/lib/network/pipeline';
import { subjectStore } from '@/lib/store/subject/subject';
import styles from '../Lesson.module.css';
import { type FactName, factOf } from './facts';
import { LiveFact } from './LiveFact';

interface Props {
  /** The stage. */
  readonly of: string;
  readonly is: FactName;
  /** About the course's network whichever is chosen, in a sentence that says so. */
  readonly course?: boolean;
}

/**
 * A number or shape of the current network within a sentence. That of the network that the page is built with is part
 * of it, so that a reader does not load what writes it.
 */
export function Fact({ of, is, course = false }: Props) {
  const { pipeline } = subjectStore.getInitialState();
  const built = factOf(is, stageOf(pipeline, of), pipeline) ?? '—';
  if (!course) return <LiveFact of={of} is={is} built={built} />;
  return (
    <span className={`number ${styles.fact}`} data-course>
      {built}
    </span>
  );
}
