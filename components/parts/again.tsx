'use client';

import { type ComponentType, type LazyExoticComponent, lazy, use } from 'react';
import { NotFetched } from '@/lib/site/report';
import { Attempt } from './attempt';

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
  const attempts = new WeakMap<object, LazyExoticComponent<ComponentType<Props>>>();
  const fetchIt = () =>
    load().then(
      (component) => ({ default: component }),
      (cause) => {
        throw new NotFetched('A part of the site could not be fetched', { cause });
      },
    );
  return (props) => {
    const attempt = use(Attempt);
    const Fetched = attempts.get(attempt) ?? lazy(fetchIt);
    attempts.set(attempt, Fetched);
    return <Fetched {...props} />;
  };
}
