/**
 * `npm run check:claims`: measures every number that the texts state about the course's network again, with the engine in
 * headless Chromium, and prints it with the images it was counted on and the texts that show it. Exit 1 where the number
 * differs from the one that is shown, where the sentence around it would no longer be true, where no text shows a claim,
 * or where a text shows one that does not exist; and where the photographs, which are not committed, are not here, unless
 * `-- --without-photographs` leaves out the claims about them. `-- --write` writes the numbers to
 * lib/course/claims/recorded.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollups } from 'd3-array';
import type { Claim, CountedSet } from '@/lib/course/claims/claim';
import { CLAIM_IDS, CLAIMS, type ClaimId, isClaimId } from '@/lib/course/claims/claims';
import {
  formatClaim,
  type ImageCount,
  isOfPhotographs,
  RECORDED,
  type Recorded,
} from '@/lib/course/claims/recorded';
import { makeParts } from '../build/build';
import { withLab } from '../lab';
import { ROOT, stop } from '../project';
import { missingOf } from './claims/missing';
import { courseOriginals, type Originals } from './claims/originals';
import { PHOTOGRAPHS_FILE, photographs } from './claims/photographs';
import { shownClaims } from './claims/shown';

const FILE = join(ROOT, 'lib', 'course', 'claims', 'recorded.json');

const countOf = ({ ofImages, classes }: Originals): Recorded['sets'][CountedSet] => ({
  images: ofImages.length,
  originals: new Set(ofImages).size,
  classes,
});

/** Every photograph shows something else. */
function countOfEach(labels: readonly number[]): Recorded['sets'][CountedSet] {
  const classes = rollups(
    labels,
    ({ length }) => length,
    (label) => label,
  ).map(([, images]) => ({ images, originals: images }));
  return { images: labels.length, originals: labels.length, classes };
}

/** The claims' numbers now; those of the photographs are missing where these aren't here. */
interface Found extends Pick<Recorded, 'sets'> {
  readonly values: Partial<Recorded['values']>;
}

async function measured(): Promise<Found> {
  await makeParts(['images', 'engine']);
  const { training, heldOut, test } = await courseOriginals();
  const originals = { training: training.ofImages, heldOut: heldOut.ofImages, test: test.ofImages };
  const others = await photographs();
  const labels = others && Array.from(others.labels);
  const files = new Map(others ? [['/photographs.bin', others.pixels]] : []);
  const values = await withLab(
    'scripts/lab/claims.ts',
    (ask) => ask<Partial<Record<ClaimId, number>>>('measure', originals, labels),
    { files },
  );
  return {
    sets: {
      training: countOf(training),
      heldOut: countOf(heldOut),
      test: countOf(test),
      photographs: labels ? countOfEach(labels) : RECORDED.sets.photographs,
    },
    values,
  };
}

/** "200 images of 55 drawings", "200 photographs", or "the layers". */
function countedOn(id: ClaimId, sets: Recorded['sets']): string {
  const on: readonly CountedSet[] = CLAIMS[id].on;
  const total = (of: keyof ImageCount) => on.reduce((sum, set) => sum + sets[set][of], 0);
  if (on.length === 0) return 'the layers';
  if (isOfPhotographs(id)) return `${total('images')} photographs`;
  return `${total('images')} images of ${total('originals')} drawings`;
}

/** What is wrong with a claim, given its number now. */
function faultsOf(id: ClaimId, value: number, files: readonly string[]): readonly string[] {
  const { tolerance, holds }: Claim = CLAIMS[id];
  const shown = RECORDED.values[id];
  const [least, most] = holds;
  return [
    // Null, where a number was not finite, is no number either.
    ...(Math.abs(value - shown) <= tolerance ? [] : [`the texts show ${formatClaim(id)}`]),
    ...(value >= least && value <= most ? [] : [`the sentence holds from ${least} to ${most}`]),
    ...(files.length > 0 ? [] : ['no text shows it']),
  ];
}

const found = await measured();
const missing = CLAIM_IDS.filter((id) => found.values[id] === undefined);
const without = missingOf(missing, PHOTOGRAPHS_FILE, process.argv);
if (without) console.log(without.sentence);
if (process.argv.includes('--write')) {
  if (without) stop('Nothing is written without them.');
  writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  console.log('Written to lib/course/claims/recorded.json. Run npm run check:claims to compare.');
} else {
  const shown = shownClaims();
  let wrong = 0;
  for (const id of CLAIM_IDS) {
    const value = found.values[id];
    if (value === undefined) continue;
    const files = [...new Set(shown.filter(({ claim }) => claim === id).map(({ file }) => file))];
    const faults = faultsOf(id, value, files);
    wrong += faults.length;
    console.log(
      `${faults.length === 0 ? 'holds' : 'FAILS'}: ${id}: ${formatClaim(id, value)}; ${countedOn(id, found.sets)}`,
    );
    for (const fault of faults) console.log(`  ${fault}`);
    for (const file of files) console.log(`  ${file}`);
  }
  for (const { claim, file } of shown)
    if (!isClaimId(claim)) {
      wrong += 1;
      console.log(`FAILS: ${file} shows “${claim}”, which is not measured.`);
    }
  if (JSON.stringify(found.sets) !== JSON.stringify(RECORDED.sets)) {
    wrong += 1;
    console.log('FAILS: the data card shows different numbers of images and drawings.');
  }
  if (wrong > 0) stop(`${wrong} claims do not hold.`);
  console.log(
    `${CLAIM_IDS.length - missing.length} of ${CLAIM_IDS.length} claims measured, and all of these hold.`,
  );
  if (without?.fails) stop(without.sentence);
}
