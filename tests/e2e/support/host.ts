import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '@/scripts/listen';
import { siteHandler } from '@/scripts/serve';

/** Responds in place of the built site; false passes the request on. */
export type Instead = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A host of the built site for a single test, which can be changed and taken down. */
export interface Host {
  readonly address: string;
  /** From now on it serves another version of the site. */
  change(instead: Instead): void;
  /** From now on it serves nothing. */
  close(): void;
}

/** Starts a host on a port of its own. `ownHeaders`: whether it sends what `_headers` lists. */
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
