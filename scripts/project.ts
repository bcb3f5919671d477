import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project, wherever a script is started from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** The built site. */
export const OUT = join(ROOT, 'out');
/** What scripts keep between runs; not committed. */
export const CACHE = join(ROOT, '.cache');
/** The path below which the site is served, such as `/name`, or empty. */
export const BASE_PATH = process.env.BASE_PATH ?? '';

/** Runs a program of this project or of the system with its output shown; returns its exit code. */
export function run(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const path = `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: 'inherit',
      // Nothing is sent anywhere, not even by the tools.
      env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Prints why a script can't continue, and exits. */
export function stop(reason: string): never {
  console.error(`\n${reason}\n`);
  process.exit(1);
}
