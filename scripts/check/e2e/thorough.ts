/**
 * `npm run check:thorough`: the tests that `npm test` leaves out, because they repeat on more pages and in longer runs what
 * others test: a run with each fault, and end to end every page with each of the other networks (no sentence that is true of the course's alone, no dead link), axe in
 * the dark theme, the question in every lesson's figure. Arguments are passed on.
 */
import { build } from '../../build/build';
import { getChromium } from '../../chromium';
import { run } from '../../project';

const CHROME_PATH = await getChromium();
await build();
const selection = ['--project=desktop', '--grep=@thorough', ...process.argv.slice(2)];
const environment = { CHROME_PATH, THOROUGH: 'all' };
const trained = await run('vitest', ['run', '--project=engine', 'tests/engine/thorough'], environment);
const walked = await run('playwright', ['test', ...selection], environment);
process.exitCode = trained || walked;
