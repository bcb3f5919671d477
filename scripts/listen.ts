/** Where a server listens: a port, and one or all addresses of this machine. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Handler } from './files';
import { stop } from './project';

/** `localhost` is either of them, depending on the program. The second is missing where IPv6 is switched off. */
const LOOPBACK = ['127.0.0.1', '::1'];
/** Every address of this machine: of version 4, and of both. */
const EVERYWHERE = ['0.0.0.0', '::'];
/** Error codes for an address that this machine doesn't have, or for an invalid name. */
const NO_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'];
/** How long a connection may be idle. */
const IDLE_MS = 60_000;

/** A running server. */
export interface Listener {
  readonly port: number;
  /** Stops it, with every connection. */
  close(): void;
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

async function listenAt(handler: Handler, port: number, address: string): Promise<Server> {
  const server = createServer(handler);
  server.listen(port, address);
  await once(server, 'listening');
  // For example, without a free descriptor for the next connection; existing ones continue.
  server.on('error', (error) => console.error(error.message));
  server.setTimeout(IDLE_MS);
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

/**
 * Starts a server on a port (0: any free one) of a host: an address or a name of this machine. Without a host nobody else
 * can reach it. Rejects, with the system's error code, where the port is taken or the host is invalid.
 */
export async function listen(handler: Handler, port: number, host = 'localhost'): Promise<Listener> {
  const [first, ...others] = host === 'localhost' ? LOOPBACK : [host];
  const servers = [await listenAt(handler, port, first)];
  const listener = {
    port: portOf(servers[0]),
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
  for (const address of others) {
    try {
      servers.push(await listenAt(handler, listener.port, address));
    } catch (error) {
      if (NO_ADDRESS.includes(codeOf(error))) continue;
      listener.close();
      // Of two addresses with any port, the one that was free on the first was taken on the second.
      if (port === 0 && codeOf(error) === 'EADDRINUSE') return listen(handler, 0, host);
      throw error;
    }
  }
  return listener;
}

/** Whether a server responds at a port. */
function isAnswered(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}

/** Why it is impossible to listen there, as the system's code; undefined if it is possible. */
async function obstacle(port: number, host?: string): Promise<string | undefined> {
  try {
    (await listen(() => {}, port, host)).close();
  } catch (error) {
    return codeOf(error) || String(error);
  }
  // Some systems let two servers share a port where one of them listens at all addresses and the other at one.
  for (const address of LOOPBACK) if (await isAnswered(port, address)) return 'EADDRINUSE';
  return undefined;
}

/** Exits with a message when it can't listen there, naming the next free port when this one is taken. */
export async function insistOn(port: number, host?: string): Promise<void> {
  const code = await obstacle(port, host);
  if (code === undefined) return;
  if (code === 'EACCES')
    stop(`Port ${port} is for administrators. Choose one above 1023: PORT=3000 npm start`);
  if (NO_ADDRESS.includes(code))
    stop(
      `HOST is "${host}", but this machine has no such address. Leave it out, and only this machine opens the site; with HOST=0.0.0.0, others in its network do too.`,
    );
  if (code !== 'EADDRINUSE') stop(`Nothing can listen on port ${port} (${code}).`);
  let next = port + 1;
  while (next < 65536 && (await obstacle(next, host))) next++;
  stop(`Port ${port} is taken. The next free one is ${next}:\n\n  PORT=${next} npm start`);
}

/** The port from the environment, 3000 by default. */
export function askedPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    stop(`PORT is "${process.env.PORT}", but a port is a whole number from 1 to 65535.`);
  }
  return port;
}

/** The host from the environment, if any. */
export const askedHost = (): string | undefined => process.env.HOST || undefined;

const addressOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** The addresses of a site: on this machine, and for others. */
export function addresses(port: number, host = 'localhost'): { here: string; elsewhere: string[] } {
  if (!EVERYWHERE.includes(host)) return { here: addressOf(host, port), elsewhere: [] };
  const others = Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  return {
    here: addressOf('localhost', port),
    elsewhere: others.map(({ address }) => addressOf(address, port)),
  };
}
