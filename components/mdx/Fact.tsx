import { stageOf } from '@/lib/network/pipeline';
import { subjectStore } from '@/lib/store/subject/subject';
import { type FactName, factOf } from './facts';
import { LiveFact } from './LiveFact';

interface Props {
  /** The stage. */
  readonly of: string;
  readonly is: FactName;
}

/**
 * A number or shape of the current network within a sentence. That of the network that the page is built with is part
 * of it, so that a reader does not load what writes it.
 */
export function Fact({ of, is }: Props) {
  const { pipeline } = subjectStore.getInitialState();
  return <LiveFact of={of} is={is} built={factOf(is, stageOf(pipeline, of), pipeline) ?? '—'} />;
}
