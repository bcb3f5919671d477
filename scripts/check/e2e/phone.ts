/**
 * `npm run check:phone`: runs every end-to-end test that is tagged for a phone, on a phone. `npm test` does so with
 * those whose layout or touch differs from a desktop's. File names and other arguments are passed on.
 */
import { build } from '../../build/build';
import { getChromium } from '../../chromium';
import { run } from '../../project';

const CHROME_PATH = await getChromium();
await build();
process.exitCode = await run('playwright', ['test', '--project=phone', ...process.argv.slice(2)], {
  CHROME_PATH,
  PHONE: 'all',
});
