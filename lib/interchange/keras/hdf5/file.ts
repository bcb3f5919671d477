/** HDF5 files, in which Keras keeps weights: groups with attributes, and datasets in them. Read by jsfive (NIST). */
import { Dataset, File, type Group } from 'jsfive';
import * as v from 'valibot';
import { numbersIn } from '@/lib/kinds/parts/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { ListedTensor } from '../weights';
import { type Verdict, verdictOn } from './guard';

/** Numbers that can be weights; little-endian, as all of Keras's platforms are. */
const REAL = ['<f2', '<f4', '<f8'];
const TYPES = 'float16, float32, float64';

const shapeSchema = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
const namesSchema = v.array(v.string());

/** How many groups deep Keras's files go, at the most. */
const DEEPEST = 12;

/** An open file. Nothing in it throws: what can't be read is as if it weren't there. */
export class Hdf5 {
  private constructor(
    private readonly root: Group,
    private readonly file: string,
  ) {}

  static open(bytes: Uint8Array<ArrayBuffer>, file: string): Result<Hdf5> {
    const verdict = verdictOn(bytes);
    if (verdict.is !== 'sound') return refusal(verdict, file);
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    const root = attempt(() => new File(whole.buffer, file));
    return root ? ok(new Hdf5(root, file)) : fail(words.damaged({ file }));
  }

  private find(path: string): Group | Dataset | null {
    let at: Group | Dataset = this.root;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const group: Group | Dataset = at;
      if (group instanceof Dataset || !group.keys.includes(name)) return null;
      const next = attempt((): Group | Dataset | null => group.get(name));
      if (!next) return null;
      at = next;
    }
    return at;
  }

  /** What lies in a group, in the order of its names. */
  keys(path: string): readonly string[] {
    const found = this.find(path);
    return found && !(found instanceof Dataset) ? found.keys : [];
  }

  /** An attribute that is one text. */
  text(path: string, name: string): string | null {
    const value = this.attribute(path, name);
    return typeof value === 'string' ? withoutZeros(value) : null;
  }

  /** An attribute that is a list of texts. Keras parts long ones: `layer_names0`, `layer_names1`, ... */
  texts(path: string, name: string): readonly string[] | null {
    const whole = this.attribute(path, name);
    if (whole !== undefined) return v.is(namesSchema, whole) ? whole.map(withoutZeros) : null;
    const parts: string[] = [];
    for (let nth = 0; ; nth++) {
      const part = this.attribute(path, `${name}${nth}`);
      if (!v.is(namesSchema, part)) return nth === 0 ? null : parts;
      parts.push(...part.map(withoutZeros));
    }
  }

  private attribute(path: string, name: string): unknown {
    const found = this.find(path);
    return found ? attempt(() => found.attrs)?.[name] : undefined;
  }

  /** A dataset, called by its path; null where there is none. */
  tensor(path: string): ListedTensor | null {
    const found = this.find(path);
    if (!(found instanceof Dataset)) return null;
    const shape = attempt(() => v.parse(shapeSchema, found.shape));
    return shape ? { name: path, shape, values: () => this.values(found, path, shape) } : null;
  }

  /** All datasets below a group. */
  tensors(path = '', depth = 0): readonly ListedTensor[] {
    if (depth > DEEPEST) return [];
    return this.keys(path).flatMap((key) => {
      const inner = path ? `${path}/${key}` : key;
      return this.tensor(inner) ?? this.tensors(inner, depth + 1);
    });
  }

  private values(dataset: Dataset, path: string, shape: readonly number[]): Result<Float32Array> {
    const { file } = this;
    const type = attempt(() => dataset.dtype);
    const written = attempt(() => dataset.attrs)?.dtype;
    if (typeof type !== 'string' || !REAL.includes(type) || typeof written === 'string') {
      const named = String(typeof written === 'string' ? written : type).slice(0, 40);
      return fail(words.type({ file, name: path.slice(0, 80), type: named, supported: TYPES }));
    }
    const values = attempt(() => dataset.value);
    // A loop: there may be millions.
    if (!Array.isArray(values) || values.length !== numbersIn(shape))
      return fail(words.damaged({ file }), path);
    const numbers = new Float32Array(values.length);
    for (const [at, value] of values.entries()) numbers[at] = typeof value === 'number' ? value : Number.NaN;
    return ok(numbers);
  }
}

/** Why a file is not read, and what to do. */
function refusal({ is, path }: Exclude<Verdict, { readonly is: 'sound' }>, file: string): Result<never> {
  const place = { file, name: path.slice(0, 80) || '/' };
  switch (is) {
    case 'damaged':
      return fail(words.damaged({ file }));
    case 'other layout':
      return fail(words.hdf5Layout({ file }));
    case 'linked':
      return fail(words.hdf5Linked(place));
    case 'in chunks':
      return fail(words.hdf5Chunks(place));
  }
}

const withoutZeros = (text: string): string => text.replace(/\0+$/, '');

/** jsfive throws errors and texts. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
