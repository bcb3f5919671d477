import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NextConfig } from 'next';
import { expect, test } from 'vitest';
import * as ours from '@/lib/site/next/constants';

const require = createRequire(import.meta.url);
const CONFIG = '../../../next.config.mjs';
const DIST = join('node_modules', 'next', 'dist');
const CLIENT = ['client', 'build/polyfills'].map((folder) => join(DIST, folder));

/** Next's scripts for the browser that ask for a module by this name. */
const askingFor = (name: string): string[] =>
  CLIENT.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js') && !file.startsWith('dev/'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  ).filter((text) => text.includes(`require("${name}")`) || text.includes(`require('${name}')`));

test('what stands in for parts of Next is there, and Next still asks for these parts', async () => {
  const { default: config }: { readonly default: NextConfig } = await import(CONFIG);
  const { resolveAlias } = config.turbopack ?? {};
  expect(resolveAlias).toBeDefined();
  for (const [name, alias] of Object.entries(resolveAlias ?? {})) {
    expect(askingFor(name), name).not.toHaveLength(0);
    const file = typeof alias === 'string' ? alias : Object(alias).browser;
    expect(existsSync(file), file).toBe(true);
  }
});

test('the browser reads no other of the constants than the one that is there, which is Next’s', () => {
  const read = askingFor('../../../lib/constants').flatMap((text) =>
    [...text.matchAll(/_constants\.([A-Z_]+)/g)].map(([, name]) => name),
  );
  expect(new Set(read)).toEqual(new Set(Object.keys(ours)));
  const theirs: Record<string, unknown> = require('next/dist/lib/constants');
  for (const [name, value] of Object.entries(ours)) expect(theirs[name], name).toBe(value);
});

test('nothing of the site is a server action, which nothing would carry out', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs)$/.test(file))
      .map((file) => join(folder, file)),
  );
  expect(files.filter((file) => /['"]use server['"]/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
