/**
 * `npm run check:visits`: runs every end-to-end test once more as a returning visitor, served by the service worker,
 * and once more without a connection; not those tagged `@first-visit`, whose subject is a browser or a language that has
 * not been here. `npm test` does so with those that onBothVisits declares. File names and
 * other arguments are passed on: `npm run check:visits -- inspector`.
 */
import { build } from '../../build/build';
import { getChromium } from '../../chromium';
import { run } from '../../project';

const CHROME_PATH = await getChromium();
await build();
let worst = 0;
for (const VISIT of ['returning', 'offline']) {
  console.log(`\nAs a visit that is ${VISIT}:`);
  const selection = ['--project=desktop', '--grep-invert=@again|@first-visit', ...process.argv.slice(2)];
  worst = Math.max(worst, await run('playwright', ['test', ...selection], { CHROME_PATH, VISIT }));
}
process.exitCode = worst;
