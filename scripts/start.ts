/** `npm start`: builds the site unless it is up to date, and serves it. `PORT` and `HOST` set the address. */
import { build } from './build/build';
import { askedHost, askedPort, insistOn } from './listen';
import { serve, welcome } from './serve';

const [port, host] = [askedPort(), askedHost()];
// Before the build, so that nobody waits a minute to read that the port is taken.
await insistOn(port, host);
await build();
await serve(port, host);
console.log(`\n${welcome(port, host)}\n`);
