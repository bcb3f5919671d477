import type { TestProject } from 'vitest/node';
import { makeParts } from '../scripts/build/build';

/** Bundles the worker that the tests start, where what it is made of has changed since it was bundled last. */
export default async function setup(project: TestProject): Promise<void> {
  const make = () => makeParts(['words', 'engine']);
  await make();
  project.onTestsRerun(make);
}
