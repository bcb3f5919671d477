/**
 * `npm run check:networks`: opens every page for each network that comes with the site beside the course's, and looks for
 * sentences that are true of the course's alone, for links that lead nowhere and for errors. Arguments are passed on.
 */
import { build } from '../build/build';
import { getChromium } from '../chromium';
import { run } from '../project';

const CHROME_PATH = await getChromium();
await build();
const selection = ['--project=desktop', 'networks', ...process.argv.slice(2)];
process.exitCode = await run('playwright', ['test', ...selection], { CHROME_PATH, THOROUGH: 'all' });
