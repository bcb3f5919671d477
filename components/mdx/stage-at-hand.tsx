'use client';

import { type ComponentType, createContext, use } from 'react';

/** The id of the stage that a lesson on its kind is read for; null outside of such a lesson. */
export const StageAtHand = createContext<string | null>(null);

/**
 * The id of the stage at hand.
 * @throws Error outside of a lesson on a kind.
 */
function useStageAtHand(): string {
  const id = use(StageAtHand);
  if (id === null) throw new Error('there is no stage at hand');
  return id;
}

/** A component about a stage, with the stage at hand as its `of`. */
export const here = <Own extends object>(Component: ComponentType<Own & { readonly of: string }>) =>
  function Here(props: Own) {
    return <Component {...props} of={useStageAtHand()} />;
  };
