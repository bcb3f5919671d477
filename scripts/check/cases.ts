/**
 * `npm run check:cases -- DIR`: gives every file of a folder to the built site in headless Chromium: as an image, as a
 * run, as progress and as cards, and code to “Try it” as well. Prints the page's response to each. The folder is the one
 * named, that of the variable CASES, or `../shared/cases`. Exits with 1 where a page showed nothing or no sentence, threw,
 * wrote an error to the console, or requested something from another host.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { firstLiveMap, launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT, stop } from '../project';

interface Place {
  readonly name: string;
  readonly path: string;
  /** Where the page responds. */
  readonly answers: string;
  takes(file: string): boolean;
  /** Hands the file over as a learner would. Returns what was shown right before. */
  give(page: Page, file: string, answers: string): Promise<readonly string[]>;
}

interface Outcome {
  /** What is shown now and was not before. */
  readonly message: string;
  readonly errors: readonly string[];
}

const LOAD_MS = 60_000;
/** A response within this time; otherwise it counts as silence. */
const ANSWER_MS = 30_000;
/** A text that has not changed for this long is final. */
const SETTLED_MS = 1_500;
const POLL_MS = 100;
const BETWEEN = ' | ';

/** Uses the page's only file field, behind its button. */
async function choose(page: Page, file: string, answers: string): Promise<readonly string[]> {
  const before = await messagesOn(page, answers);
  await page.locator('main input[type=file]').setInputFiles(file);
  return before;
}

async function write(page: Page, code: string): Promise<void> {
  await page.locator('main .cm-content').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

/** Working code may give the same result as the code before, so different code runs first. */
async function writeAfterNonsense(page: Page, file: string, answers: string): Promise<readonly string[]> {
  const first = await messagesOn(page, answers);
  await write(page, '(');
  await changed(page, answers, first);
  const before = await messagesOn(page, answers);
  await write(page, readFileSync(file, 'utf8'));
  return before;
}

const any = () => true;
const LIVE = ':is([role=alert], [role=status])';
/** The choice of a square, with its notes. */
const DIALOG = 'dialog[open] :is(h2, li, [role=status])';
const PLACES: readonly Place[] = [
  { name: 'image', path: '/', answers: `#pictures ${LIVE}, ${DIALOG}`, takes: any, give: choose },
  {
    name: 'run',
    path: '/epochs/',
    answers: `section:has(input[type=file]) ${LIVE}`,
    takes: any,
    give: choose,
  },
  {
    name: 'progress',
    path: '/modes/',
    answers: `section:has(input[type=file]) ${LIVE}`,
    takes: any,
    give: choose,
  },
  { name: 'cards', path: '/modes/recall/', answers: `main ${LIVE}`, takes: any, give: choose },
  {
    name: 'code',
    path: '/modes/try-it/',
    // A fault is in bold, before what is still shown.
    answers: 'main [data-fault] :is(b, p:not(:has(b)))',
    takes: (file) => ['.js', '.mjs', '.ts'].includes(extname(file)),
    give: writeAfterNonsense,
  },
];

/** The page's present messages. */
function messagesOn(page: Page, answers: string): Promise<string[]> {
  return page.locator(answers).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const words = element.textContent?.replace(/\s+/g, ' ').trim();
      return words ? [words] : [];
    }),
  );
}

/** Waits until a page shows something that it did not show before, and has finished. Empty when it never does. */
async function changed(page: Page, answers: string, before: readonly string[]): Promise<string> {
  let last = '';
  let since = Date.now();
  const end = since + ANSWER_MS;
  while (Date.now() < end) {
    await page.waitForTimeout(POLL_MS);
    const now = (await messagesOn(page, answers)).filter((words) => !before.includes(words)).join(BETWEEN);
    if (now !== last) since = Date.now();
    last = now;
    // “Reading …” is not a result yet.
    if (last !== '' && !last.endsWith('…') && Date.now() - since > SETTLED_MS) return last;
  }
  return last;
}

/** Collects what a page must not do. */
function watch(page: Page, address: string): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(`uncaught: ${message}`));
  page.on('crash', () => errors.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(address).origin) errors.push(`asked ${origin}`);
  });
  return errors;
}

async function tryFile(browser: Browser, address: string, place: Place, file: string): Promise<Outcome> {
  // A context of its own, so that nothing is left from the file before.
  const context: BrowserContext = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const errors = watch(page, address);
  try {
    await page.goto(`${address}${place.path}`);
    await firstLiveMap(page, LOAD_MS);
    const { answers } = place;
    const before = await place.give(page, file, answers);
    const message = await changed(page, answers, before);
    return { message, errors };
  } catch (error) {
    const [first] = String(error).split('\n');
    return { message: '', errors: [...errors, first] };
  } finally {
    await context.close();
  }
}

/** "Line 1:" with nothing after it is incomplete, and "Reading …" is not a result. */
const isUnfinished = (message: string): boolean =>
  message.split(BETWEEN).some((words) => /[:…]$/.test(words));

function verdict({ message, errors }: Outcome): string | null {
  if (errors.length > 0) return errors.join('; ');
  if (message === '') return 'nothing was said';
  return isUnfinished(message) ? 'no whole sentence' : null;
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) {
    stop(`There is no folder ${folder}. Name one with files to try: npm run check:cases -- DIR`);
  }
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  if (names.length === 0) stop(`There are no files in ${folder}.`);
  return names.map(({ name }) => name).sort();
}

const folder = resolve(process.argv[2] ?? process.env.CASES ?? join(ROOT, '..', 'shared', 'cases'));
const files = filesOf(folder);
const width = Math.max(...files.map((name) => name.length)) + 2;
if (!process.env.SITE_URL) await build();
const browser = await launch();
let bad = 0;
await withSite(async (address) => {
  console.log(`${'file'.padEnd(width)}${'as'.padEnd(10)}message`);
  for (const name of files) {
    for (const place of PLACES.filter(({ takes }) => takes(name))) {
      const outcome = await tryFile(browser, address, place, join(folder, name));
      const problem = verdict(outcome);
      if (problem) bad += 1;
      console.log(`${name.padEnd(width)}${place.name.padEnd(10)}${outcome.message || '(silence)'}`);
      if (problem) console.log(`${' '.repeat(width + 10)}BAD: ${problem}`);
    }
  }
});
await browser.close();
console.log(bad === 0 ? '\nEvery file gets a message.' : `\n${bad} of the messages are bad.`);
if (bad > 0) process.exitCode = 1;
