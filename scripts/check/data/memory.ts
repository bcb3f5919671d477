/** The memory of a browser's page process, as Linux counts it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const statusOf = (pid: number): string => readFileSync(`/proc/${pid}/status`, 'utf8');
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

/** Measures the page process's memory above what it has now; null where this isn't Linux. */
export function memoryMeter(): (() => number) | null {
  if (process.platform !== 'linux') return null;
  const pages = descendants().filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'),
  );
  const before = new Map<number, number>();
  for (const pid of pages) {
    // Sets the highest value back to the present one.
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    before.set(pid, field(statusOf(pid), 'VmRSS'));
  }
  return () => Math.max(...pages.map((pid) => field(statusOf(pid), 'VmHWM') - (before.get(pid) ?? 0))) * 1024;
}
