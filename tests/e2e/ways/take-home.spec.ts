import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expectNoViolations } from '../support/axe';
import { expect, open, test } from '../support/site';

const LOADED = { timeout: 60_000 };

test('the network is taken home, in parts and as a whole, and its stages are computed again from it', async ({
  page,
}) => {
  await open(page, '/take-home/?picture=cat-1');
  const all = page.getByRole('button', { name: /^Save everything \(/ });
  await expect(all).toBeEnabled(LOADED);
  await expect(page.getByRole('row')).toHaveCount(1 + 11);
  await expectNoViolations(page);

  const one = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save network_keras.py' }).press('Enter');
  expect((await one).suggestedFilename()).toBe('network_keras.py');
  await expect(page.getByRole('status').filter({ hasText: 'network_keras.py is saved.' })).toBeVisible();

  const everything = page.waitForEvent('download');
  await all.press('Enter');
  const files = unzipSync(new Uint8Array(readFileSync(await (await everything).path())));
  expect(Object.keys(files)).toContain('README.txt');
  expect(Object.keys(files).some((name) => name.startsWith('tensorboard/train/events.'))).toBe(true);
  expect(files['network.safetensors'].length).toBeGreaterThan(6e6);
  // Where there is no NumPy, the unit tests and `npm run check:roundtrip` have said so.
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  for (const name of ['check.py', 'network.safetensors', 'stages.npz'])
    writeFileSync(join(folder, name), files[name]);
  const check = spawnSync('python3', ['check.py'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(check.stderr).toBe('');
  expect(check.stdout).toContain('All within 1e-05');
});
