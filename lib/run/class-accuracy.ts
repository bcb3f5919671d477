/** For each class, the share of its images that were predicted correctly; NaN for a class without images. */
export function classAccuracies(
  labels: readonly number[],
  answers: readonly number[],
  classes: number,
): number[] {
  const all = new Uint32Array(classes);
  const right = new Uint32Array(classes);
  for (const [image, label] of labels.entries()) {
    if (label >= classes) continue;
    all[label]++;
    if (answers[image] === label) right[label]++;
  }
  return Array.from(all, (count, own) => right[own] / count);
}
