/** The memory of a browser's page process, as Linux counts it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const statusOf = (pid: number): string => readFileSync(`/proc/${pid}/status`, 'utf8');

/** The same; null where the process has ended: a browser keeps one ready for the next page, and lets it go. */
function statusIfAny(pid: number): string | null {
  try {
    return statusOf(pid);
  } catch {
    return null;
  }
}
const field = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);

/** The processes that this one has started, and those that they have started. */
function descendants(): readonly number[] {
  const parents = new Map(
    readdirSync('/proc').flatMap((name): readonly (readonly [number, number])[] => {
      if (!/^\d+$/.test(name)) return [];
      try {
        return [[Number(name), field(statusOf(Number(name)), 'PPid')]];
      } catch {
        return [];
      }
    }),
  );
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === process.pid || (parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

const SAMPLE_MS = 20;

/** What a process has for itself. The parts of the browser's program that it has touched are all processes' together. */
const ownOf = (status: string): number => field(status, 'RssAnon') + field(status, 'RssShmem');

/**
 * Measures the page process's own memory above what it has now; null where this isn't Linux. Linux keeps the highest value
 * only of all its memory: from each new one the program's parts are taken off.
 */
export function memoryMeter(): (() => number) | null {
  if (process.platform !== 'linux') return null;
  const pages = descendants().filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'),
  );
  const meters = pages.map((pid) => {
    // Sets the highest value back to the present one.
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const before = ownOf(statusOf(pid));
    let [highest, most] = [0, 0];
    return () => {
      const status = statusIfAny(pid);
      if (status === null) return most;
      const now = field(status, 'VmHWM');
      most = Math.max(most, ownOf(status) - before);
      if (now > highest) most = Math.max(most, now - field(status, 'RssFile') - before);
      highest = now;
      return most;
    };
  });
  const highest = () => Math.max(...meters.map((measure) => measure())) * 1024;
  const sampling = setInterval(highest, SAMPLE_MS);
  return () => {
    clearInterval(sampling);
    return highest();
  };
}
