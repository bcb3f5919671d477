/** `npm start`: builds the site when it isn't fresh, and serves it. `PORT` and `HOST` say where. */
import { build } from './build/build';
import { askedHost, askedPort, insistOn } from './listen';
import { serve, welcome } from './serve';

const [port, host] = [askedPort(), askedHost()];
// Before the build, so that nobody waits for a minute to read that the port is taken.
await insistOn(port, host);
await build();
await serve(port, host);
console.log(`\n${welcome(port, host)}\n`);
