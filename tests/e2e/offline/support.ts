import { type Host, startHost } from '../support/host';
import { test as base } from '../support/site';

interface Options {
  /** Whether the host sends the headers of `_headers`. */
  ownHeaders: boolean;
}

/** A host of its own for each test, which may change it. */
export const test = base.extend<Options & { host: Host }>({
  ownHeaders: [true, { option: true }],
  host: async ({ ownHeaders }, use) => {
    const host = await startHost(ownHeaders);
    await use(host);
    host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});
