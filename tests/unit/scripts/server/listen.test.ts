import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import type { Handler } from '@/scripts/files';
import { addresses, type Listener, listen } from '@/scripts/listen';

const handler: Handler = (_, response) => response.end('here');
const external = Object.values(networkInterfaces())
  .flatMap((some) => some ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address }) => address);
const hasIPv6 = Object.values(networkInterfaces()).some((some) =>
  some?.some(({ address }) => address === '::1'),
);

const answers = (host: string, port: number) =>
  fetch(`http://${host}:${port}`).then(
    (response) => response.ok,
    () => false,
  );

let listener: Listener | undefined;
afterEach(() => listener?.close());

describe('a server', () => {
  it('is open to this machine alone by default', async () => {
    listener = await listen(handler, 0);
    expect(await answers('localhost', listener.port)).toBe(true);
    expect(await answers('127.0.0.1', listener.port)).toBe(true);
    expect(await answers('[::1]', listener.port)).toBe(hasIPv6);
    for (const address of external) expect(await answers(address, listener.port)).toBe(false);
    expect(addresses(listener.port)).toEqual({ here: `http://localhost:${listener.port}`, elsewhere: [] });
  });

  it('is open to others when asked to be, and names the address for them', async () => {
    listener = await listen(handler, 0, '0.0.0.0');
    const { here, elsewhere } = addresses(listener.port, '0.0.0.0');
    expect(elsewhere).toEqual(external.map((address) => `http://${address}:${listener?.port}`));
    for (const address of [here, ...elsewhere]) expect((await fetch(address)).ok).toBe(true);
  });

  it('is distinguished from one at an address that does not exist', async () => {
    await expect(listen(handler, 0, '192.0.2.77')).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });
});
