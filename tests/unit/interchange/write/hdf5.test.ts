import { describe, expect, test } from 'vitest';
import { Hdf5 } from '@/lib/interchange/keras/hdf5/file';
import { verdictOn } from '@/lib/interchange/keras/hdf5/guard';
import { writeHdf5 } from '@/lib/interchange/write/keras/hdf5';
import { must } from '../../support/result';

const numbers = (...values: readonly number[]) => ({
  shape: [values.length],
  values: Float32Array.from(values),
});

describe('an HDF5 file', () => {
  test('has its groups and numbers where they were put', () => {
    const file = writeHdf5({
      layers: { b: { vars: { 0: numbers(1, 2), 1: numbers(-0.5) } }, a: { vars: {} } },
      vars: {},
    });
    expect(verdictOn(file)).toEqual({ is: 'sound' });
    const opened = must(Hdf5.open(file, 'a.h5'));
    expect(opened.keys('')).toEqual(['layers', 'vars']);
    expect(opened.keys('layers')).toEqual(['a', 'b']);
    expect(opened.keys('layers/a/vars')).toEqual([]);
    const tensor = opened.tensor('layers/b/vars/1');
    expect(tensor?.shape).toEqual([1]);
    expect(tensor && must(tensor.values())).toEqual(Float32Array.of(-0.5));
  });

  // Eight names fill a symbol table, 256 a node of the tree.
  test.each([1, 8, 9, 256, 257, 600])('holds a group of %i datasets, sorted by their names', (count) => {
    const names = Array.from({ length: count }, (_, at) => `d${at}`);
    const file = writeHdf5(Object.fromEntries(names.map((name, at) => [name, numbers(at)])));
    expect(verdictOn(file)).toEqual({ is: 'sound' });
    const opened = must(Hdf5.open(file, 'a.h5'));
    expect(opened.keys('')).toEqual(names.toSorted());
    for (const [at, name] of names.entries()) {
      const tensor = opened.tensor(name);
      expect(tensor && must(tensor.values())).toEqual(Float32Array.of(at));
    }
  });
});
