import variant from '@jitl/quickjs-wasmfile-release-sync';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import type { CodeFault } from '@/lib/try-it/draft';
import { type Interpreter, newInterpreter } from '@/lib/try-it/interpreter';
import { RUN_MS, runCode } from '@/lib/try-it/run-code';
import { scriptOf } from '@/lib/try-it/script';
import { anyPipeline } from '../support/networks';
import { expectSameLayers } from '../support/same-layers';

let interpreter: Interpreter = await newInterpreter(variant);
beforeEach(async () => {
  if (interpreter.isWorn()) interpreter = await newInterpreter(variant);
});
const run = (code: string, limit = RUN_MS) => runCode(interpreter, code, REFERENCE.input, { limit });

function faultOf(code: string, limit?: number): CodeFault {
  const ran = run(code, limit);
  if (!('fault' in ran)) throw new Error(`this ran: ${code}`);
  return ran.fault;
}
function layersOf(code: string) {
  const ran = run(code);
  if ('fault' in ran) throw new Error(`${ran.fault.line}: ${ran.fault.sentence}`);
  return ran.layers;
}

const SMALL = `const model = tf.sequential();
model.add(tf.layers.inputLayer({ inputShape: [64, 64, 3] }));
model.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));`;

describe('code that makes a network', () => {
  it('makes the layers it names, each at its line', () => {
    expect(layersOf(SMALL)).toEqual([
      { layer: { id: 'input', kind: 'input' }, line: 2 },
      {
        layer: {
          id: 'conv1',
          kind: 'conv2d',
          filters: 4,
          kernel: 3,
          stride: 1,
          padding: 'valid',
          activation: 'relu',
        },
        line: 3,
      },
      { layer: { id: 'flatten', kind: 'flatten' }, line: 4 },
      { layer: { id: 'output', kind: 'dense', units: 10, activation: 'softmax' }, line: 5 },
    ]);
  });

  it('may be written in the different ways that TensorFlow.js allows', () => {
    const layers = layersOf(`const { conv2d, maxPooling2d, dense, flatten, rescaling } = tf.layers;
      tf.sequential({ layers: [
        rescaling({ scale: 1 / 127.5, inputShape: [64, 64, 3] }),
        ...[8, 16].map((filters) => conv2d({ filters, kernelSize: [5, 5], strides: [2, 2], padding: 'same', name: 'c' + filters })),
        maxPooling2d(), maxPooling2d({ poolSize: 3, strides: 1 }),
        flatten(), dense({ units: 32 }), dense({ units: 32 }), dense({ units: 10, activation: 'softmax' }),
      ]});`).map(({ layer }) => layer);
    expect(layers.map(({ id }) => id)).toEqual([
      'input',
      'normalize',
      'c8',
      'c16',
      'pool1',
      'pool2',
      'flatten',
      'dense',
      'dense2',
      'output',
    ]);
    expect(layers[1]).toEqual({ id: 'normalize', kind: 'normalize', divisor: 127.5 });
    expect(layers[3]).toMatchObject({
      filters: 16,
      kernel: 5,
      stride: 2,
      padding: 'same',
      activation: 'linear',
    });
    expect(layers[4]).toMatchObject({ size: 2, stride: 2, padding: 'valid' });
    expect(layers[5]).toMatchObject({ size: 3, stride: 1 });
  });

  it('may give a window two sides: height, then width', () => {
    const layers = layersOf(`const { conv2d, maxPooling2d, averagePooling2d, dense, flatten } = tf.layers;
      tf.sequential({ layers: [
        conv2d({ filters: 4, kernelSize: [3, 5], inputShape: [64, 64, 3] }), conv2d({ filters: 4, kernelSize: 4 }),
        maxPooling2d({ poolSize: [2, 3], strides: 2 }), averagePooling2d({ poolSize: [3, 1], strides: [2, 2] }),
        flatten(), dense({ units: 10, activation: 'softmax' }),
      ]});`).map(({ layer }) => layer);
    expect(layers[1]).toMatchObject({ kernel: [3, 5] });
    expect(layers[2]).toMatchObject({ kernel: 4 });
    expect(layers[3]).toMatchObject({ size: [2, 3], stride: 2 });
    expect(layers[4]).toMatchObject({ size: [3, 1], stride: 2 });
  });

  it('prints, within limits', () => {
    const { printed } = run(`${SMALL}
      console.log('a', 1, [2, NaN], { b: null }, undefined); for (let n = 0; n < 1e3; n++) console.log('x'.repeat(1e4));`);
    expect(printed[0]).toBe('a 1 [2,"NaN"] {"b":null} undefined');
    expect(printed).toHaveLength(40);
    expect(printed[1]).toHaveLength(200);
  });
});

describe('code with a mistake is reported with its line', () => {
  it.each([
    ['a bracket', 'const a = 1;\nconst model = tf.sequential(;', 2, /no JavaScript.*unexpected token/],
    ['a name', `${SMALL}\nmodle.add(1)`, 6, /“modle” is not defined/],
    ['an unknown option', SMALL.replace('kernelSize', 'kernel'), 3, /takes no “kernel” here.*kernelSize/],
    ['a missing option', SMALL.replace('filters: 4, ', ''), 3, /conv2d needs “filters”/],
    [
      'a wrong value',
      SMALL.replace('filters: 4', 'filters: 4.5'),
      3,
      /must be a whole number, 1 or more, not 4.5/,
    ],
    [
      'not a number',
      SMALL.replace('filters: 4', 'filters: 0 / 0'),
      3,
      /must be a whole number, 1 or more, not "NaN"/,
    ],
    [
      'a side too many',
      SMALL.replace('kernelSize: 3', 'kernelSize: [3, 5, 1]'),
      3,
      /“kernelSize” of tf.layers.conv2d must be a whole number, 1 or more, or two of them for height and width, such as \[2, 3\], not \[3,5,1\]/,
    ],
    ['a side of 0', SMALL.replace('kernelSize: 3', 'kernelSize: [3, 0]'), 3, /two of them.*not \[3,0\]/],
    ['two strides', SMALL.replace('kernelSize: 3', 'kernelSize: 3, strides: [1, 2]'), 3, /two equal ones/],
    [
      'an oblong window without a stride',
      SMALL.replace('flatten()', 'maxPooling2d({ poolSize: [2, 3] })'),
      4,
      /“strides” of tf.layers.maxPooling2d must be one whole number, 1 or more, where the window is not square/,
    ],
    ['another activation', SMALL.replace("'relu'", "'sigmoid'"), 3, /'relu' or 'linear', not "sigmoid"/],
    ['no options', SMALL.replace('flatten()', 'flatten(7)'), 4, /takes its options in braces/],
    ['a misspelt layer', SMALL.replace('tf.layers.conv2d', 'tf.layers.Conv2D'), 3, /spelt tf.layers.conv2d/],
    [
      'a layer from elsewhere',
      SMALL.replace('layers.flatten', 'layers.upSampling2d'),
      4,
      /does not compute it/,
    ],
    ['another function', 'let x;\ntf.tensor([1])', 2, /no tf.tensor/],
    ['another method', `${SMALL}\n\nmodel.fit()`, 7, /no model.fit/],
    ['no layer', `${SMALL}\nmodel.add(42)`, 6, /takes a layer/],
    ['a layer twice', `${SMALL}\nconst f = tf.layers.flatten();\nmodel.add(f);\nmodel.add(f)`, 8, /already/],
    ['a second model', `${SMALL}\ntf.sequential()`, 6, /called before/],
    ['other images', SMALL.replace('[64, 64, 3]', '[32, 32, 3]'), 2, /64 × 64 × 3, not 32 × 32 × 3/],
    ['no input', SMALL.replace(/.*inputLayer.*/, ''), 3, /must say what comes in/],
    ['an error of its own', '\nthrow new Error("mine")', 2, /^mine$/],
    ['a thrown word', '\nthrow "word"', 2, /threw: "word"/],
    ['nothing made', '\n', null, /makes no network/],
    ['nothing added', 'tf.sequential()', null, /no layers yet/],
  ])('%s', (_what, code, line, sentence) => {
    const fault = faultOf(code);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.line).toBe(line);
  });
});

describe('code that goes too far is stopped and reported', () => {
  const ENDLESS = /did not come to an end/;
  const MEMORY = /more memory/;
  it.each([
    ['an empty loop', '\n\nlet n = 0;\nwhile (true) n++;', 4, ENDLESS],
    ['one without a body', 'function f() {\n for (;;);\n}\nf();', 2, ENDLESS],
    ['one that catches everything', '\nwhile (true) { try { do ; while (true) } catch {} }', 2, ENDLESS],
    ['one whose end it hides', `${SMALL}\ntry {\n  while (true);\n} catch {}`, 7, ENDLESS],
    ['one that waits', '(async () => { while (true) await 0; })()', null, ENDLESS],
    ['a pattern that backtracks', "\n/(a+)+b/.test('a'.repeat(40))", 2, ENDLESS],
    ['code built from text', "\nnew Function('while(true);')()", 2, ENDLESS],
    [
      'a loop in a function in a loop',
      'const f = () => {\n\n for (let n = 0; n < 1e9; n++);\n};\nfor (;;) f();',
      3,
      ENDLESS,
    ],
    ['an array that grows', 'const a = [];\nwhile (true) a.push(new ArrayBuffer(1e6));', 2, MEMORY],
    ['small things without end', 'const a = [];\nfor (let n = 0; ; n++)\n  a.push([n, n]);', 3, MEMORY],
    ['one huge array', '\nnew Array(1e9).fill(0)', 2, MEMORY],
    ['a text that doubles', 'let s = "x";\nwhile (true) s += s;', 2, MEMORY],
    ['a buffer', '\nnew ArrayBuffer(1e9)', 2, MEMORY],
    ['a function that calls itself', 'function f() {\n return f() + 1;\n}\nf()', 2, /calls itself/],
    ['layers without end', 'while (true)\n  tf.layers.flatten()', 2, /more than 64 layers/],
    ['a very long code', '//'.repeat(6000), null, /longer than 10000/],
  ])('%s', (_what, code, line, sentence) => {
    const start = performance.now();
    // Extra time for code that is stopped by its memory limit, on a machine however busy.
    const fault = faultOf(code, sentence === MEMORY ? 30_000 : RUN_MS);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.line).toBe(line);
    if (sentence === ENDLESS) expect(performance.now() - start).toBeLessThan(RUN_MS * 10);
  });

  it('and the next code runs normally', () => {
    faultOf('tf.layers = null; JSON.stringify = null; Array.prototype.map = null; while (true);');
    expect(layersOf(SMALL)).toHaveLength(4);
  });
});

describe('there is no way out of the sandbox', () => {
  it.each([
    ['import a from "https://example.org/a.js"', 1, /imported/],
    ['\nimport("./a.js")', 2, /imported/],
    ['export const a = 1', 1, /imported/],
    ['\nfetch("/")', 2, /“fetch” here: the code reaches neither/],
    ['new WebSocket("wss://example.org")', 1, /“WebSocket” here/],
    ['\n\nwindow.location = "/"', 3, /“window” here/],
    ['document.body.remove()', 1, /“document” here/],
    ['host("layer")', 1, /“host” is not defined/],
  ])('%s', (code, line, sentence) => {
    const fault = faultOf(code);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.line).toBe(line);
  });

  it('contains nothing but JavaScript, tf and console', () => {
    const { printed } = run(
      "console.log(Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z_]/.test(name)).sort().join(' '))",
    );
    expect(printed[0].split(' ').filter((name) => !(name in globalThis) || name === 'fetch')).toEqual([
      '__watch',
      'tf',
    ]);
  });

  it('code that tampers with tf affects no more than its own network', () => {
    const ran = run(`Array.prototype.map = () => { throw 1 }; JSON.parse = () => ({ value: 0 });
      Object.freeze = (x) => x; ${SMALL}`);
    expect('layers' in ran && ran.layers).toHaveLength(4);
  });
});

describe('the lines generated from a network', () => {
  it('recreate that network, names included', () => {
    fc.assert(
      fc.property(anyPipeline, (pipeline) => {
        const { architecture } = pipeline;
        const code = scriptOf(pipeline);
        const ran = runCode(interpreter, code, architecture.input, { limit: 30_000 });
        const created = 'layers' in ran ? ran.layers.map(({ layer }) => layer) : [];
        expectSameLayers(created, architecture.layers, architecture.input[2]);
        expect('layers' in ran && ran.layers.map(({ line }) => line)).toEqual(
          architecture.layers.map((_, at) => at + 2),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('state no name that is the default anyway', () => {
    expect(scriptOf(referencePipeline)).not.toContain('name:');
  });
});
