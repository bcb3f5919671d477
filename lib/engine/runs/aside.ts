import { forgetEpochs } from './kept-epochs';
import { asideRuns, forgetNetwork, moveRun } from './kept-network';
import { heldRuns } from './run-hold';

/** Deletes everything that is stored of a run. */
export async function forgetRun(subject: string, run: string): Promise<void> {
  await forgetNetwork(subject, run);
  await forgetEpochs(run);
}

/** The run that a reset set aside: until the next one begins it can be brought back. */
export class AsideRun {
  private run: string | null = null;

  /** Whether there is one. */
  get isThere(): boolean {
    return this.run !== null;
  }

  /** After a reload: the one that was set aside last, unless another tab has it. Returns its name; null where there is none. */
  async findAgain(subject: string): Promise<string | null> {
    const inUse = await heldRuns();
    this.run = (await asideRuns(subject)).find((one) => !inUse.has(one)) ?? null;
    return this.run;
  }

  /** Another subject is turned to. */
  leave(): void {
    this.run = null;
  }

  /** Sets a run aside instead of the previous one. The tab's lock on it protects it from other tabs. */
  async put(subject: string, run: string): Promise<void> {
    await this.drop(subject);
    this.run = run;
    await moveRun(subject, run, 'aside');
  }

  /** Brings it back as the subject's newest run. Returns whether there was one. */
  async bringBack(subject: string): Promise<boolean> {
    const { run } = this;
    this.run = null;
    return run !== null && moveRun(subject, run, 'runs');
  }

  /** Deletes it, and what closed tabs have left aside. */
  async drop(subject: string): Promise<void> {
    const { run } = this;
    this.run = null;
    const inUse = await heldRuns();
    for (const one of await asideRuns(subject))
      if (one === run || !inUse.has(one)) await forgetRun(subject, one);
  }
}
