import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ShippedFiles } from '@/lib/network/subject';
import { runLogSchema } from '@/lib/run/log';

/** What is read of a network that ships: how its run was set, and the bytes of its weights. Build time only. */
export async function readShipped({ folder, weights }: ShippedFiles) {
  const at = (file: string) => join(process.cwd(), 'public', folder, file);
  const [log, ...files] = await Promise.all([
    readFile(at('log.json'), 'utf8'),
    ...weights.map((file) => stat(at(file))),
  ]);
  const { settings } = v.parse(runLogSchema, JSON.parse(log));
  return { settings, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}
