import { codeOf } from '@/lib/kinds/codes';
import { stageOf } from '@/lib/network/pipeline';
import { subjectStore } from '@/lib/store/subject/subject';
import { LiveCodeLines } from './LiveCodeLines';

/**
 * The line that creates this stage, in Keras and in TensorFlow.js, with the current network's own numbers. The lines of
 * the network that the page is built with are part of it, so that a reader does not load what writes them.
 */
export function CodeLines({ of }: { readonly of: string }) {
  const { layer, input } = stageOf(subjectStore.getInitialState().pipeline, of);
  return <LiveCodeLines of={of} built={codeOf(layer, input)} />;
}
