/** Finds a Chromium for the tests, and installs one where there is none. `tsx scripts/chromium.ts` prints its path. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { run, stop } from './project';

/** The first has no window to draw, not even in memory, and leaves more of a small machine to the pages. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const DOWNLOAD_LIMIT_S = 240;

const isRoot = process.getuid?.() === 0;

/** Started by root, Chromium runs only without its sandbox; the other flags keep it from contacting any server. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemOne = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .concat(PLACES)
    .find((path) => existsSync(path));

const playwrightOne = () => {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
};

/** The Chromium of this machine: CHROME_PATH, the system's, or Playwright's; undefined where there is none. Throws where CHROME_PATH names no file. */
export function findChromium(): string | undefined {
  const fromEnvironment = process.env.CHROME_PATH;
  if (fromEnvironment && !existsSync(fromEnvironment))
    throw new Error(`CHROME_PATH names ${fromEnvironment}, but no such file exists.`);
  return fromEnvironment || systemOne() || playwrightOne();
}

/** Whether it really starts: a downloaded browser may lack system libraries. */
async function starts(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
    await browser.close();
    return true;
  } catch (error) {
    console.log(
      `${executablePath} does not start: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
    return false;
  }
}

/** Playwright's own build, within a time limit: on a closed network the download can hang. */
async function download(): Promise<void> {
  console.log('No Chromium found; trying to download the one of Playwright ...');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: DOWNLOAD_LIMIT_S * 1000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
}

/** In Debian and its derivatives; older ones have only the second. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** The distribution's package, where we are allowed to install one. */
async function installPackage(): Promise<void> {
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => {
    const [program, ...rest] = [...sudo, 'apt-get', ...args];
    return run(program, rest, { DEBIAN_FRONTEND: 'noninteractive' });
  };
  try {
    console.log('Trying the package of the distribution ...');
    await apt('update');
    for (const name of PACKAGES)
      if ((await apt('install', '-y', '--no-install-recommends', name)) === 0) return;
  } catch (error) {
    console.log(`No package could be installed: ${error instanceof Error ? error.message : error}`);
  }
}

/** The path of a Chromium that starts, installed if necessary. Exits with a message on what to install where none is available. */
export async function getChromium(): Promise<string> {
  for (const obtain of [async () => {}, download, installPackage]) {
    await obtain();
    const path = findChromium();
    if (path && (await starts(path))) return path;
  }
  return stop(
    'The tests need a Chromium, and none was found or could be installed.\n' +
      'Install one (for example `apt-get install chromium`, or `npx playwright install --with-deps chromium`),\n' +
      'or name one: CHROME_PATH=/path/to/chrome npm test',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await getChromium());
