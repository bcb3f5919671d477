/** `npm start`: builds the site when it isn't fresh, and serves it. */
import { build } from './build';
import { BASE_PATH } from './project';
import { askedPort, insistOnPort, serve } from './serve';

const port = askedPort();
// Before the build, so that nobody waits for a minute to read that the port is taken.
await insistOnPort(port);
await build();
await serve(port);
console.log(`\nPipeline Tracer is at http://localhost:${port}${BASE_PATH}/  (Ctrl+C ends it)\n`);
