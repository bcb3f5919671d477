import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '@/scripts/listen';
import { siteHandler } from '@/scripts/serve';

/** Answers in the place of the built site; false: it has nothing to say to this. */
export type Instead = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A host of the built site of a test's own, which can be changed and taken away. */
export interface Host {
  readonly address: string;
  /** From now on another version of the site is there. */
  change(instead: Instead): void;
  /** From now on nothing can be had from it. */
  close(): void;
}

/** Starts a host on a port of its own. `ownHeaders`: whether it sends what `_headers` says. */
export async function startHost(ownHeaders: boolean): Promise<Host> {
  const handle = siteHandler({ ownHeaders });
  let instead: Instead = () => false;
  const listener = await listen((request, response) => {
    if (!instead(request, response)) handle(request, response);
  }, 0);
  return {
    address: `http://localhost:${listener.port}`,
    change: (next) => {
      instead = next;
    },
    close: listener.close,
  };
}
