'use client';

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { NotFetched } from '@/lib/site/report';

type Load<Props> = () => Promise<ComponentType<Props>>;
type Loaded<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/**
 * For `lazy` and `dynamic`, which keep a failed promise for ever: a part that can't be fetched is fetched anew each time
 * that the `Part` around it is drawn again; while it can't be had, that `Part` says so.
 */
export function again<Props extends object>(load: Load<Props>): Loaded<Props> {
  return () =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: anew(load) }),
    );
}

function anew<Props extends object>(load: Load<Props>): ComponentType<Props> {
  // Outside of the component, whose state is lost while it waits. It goes once its failure is shown.
  let attempt: LazyExoticComponent<ComponentType<Props>> | null = null;
  const forget = () => {
    attempt = null;
  };
  const fetchIt = () =>
    load().then(
      (component) => ({ default: component }),
      (cause) => {
        throw new NotFetched(cause, forget);
      },
    );
  return (props) => {
    attempt ??= lazy(fetchIt);
    const Fetched = attempt;
    return <Fetched {...props} />;
  };
}
