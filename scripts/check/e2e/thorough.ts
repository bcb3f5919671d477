/**
 * `npm run check:thorough`: the end-to-end tests that `npm test` leaves out, because they repeat on more pages what others
 * test: every page with each of the other networks (no sentence that is true of the course's alone, no dead link), axe in
 * the dark theme, the question in every lesson's figure. Arguments are passed on.
 */
import { build } from '../../build/build';
import { getChromium } from '../../chromium';
import { run } from '../../project';

const CHROME_PATH = await getChromium();
await build();
const selection = ['--project=desktop', '--grep=@thorough', ...process.argv.slice(2)];
process.exitCode = await run('playwright', ['test', ...selection], { CHROME_PATH, THOROUGH: 'all' });
