'use client';

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { NotFetched } from '@/lib/site/report';

type Load<Props> = () => Promise<ComponentType<Props>>;
type Loaded<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/**
 * For `lazy` and `dynamic`, which keep a failed promise for ever: a part that could not be loaded is loaded
 * again each time the surrounding `Part` is rendered again; if it fails, that `Part` reports it.
 */
export function again<Props extends object>(load: Load<Props>): Loaded<Props> {
  return () =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: anew(load) }),
    );
}

function anew<Props extends object>(load: Load<Props>): ComponentType<Props> {
  // Outside the component, whose state is lost while it is suspended. Reset once its failure is shown.
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
