const WASM = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
];
const places = WASM.map((name) => [name, `/node_modules/@tensorflow/tfjs-backend-wasm/dist/${name}`]);

// Next and the engine's bundler put the values of `process.env` into what they bundle; a browser by itself has no `process`.
Object.assign(globalThis, {
  process: { env: { WASM_FILES: JSON.stringify(Object.fromEntries(places)) } },
});

// Files that share a browser find nothing of each other's choices in it.
localStorage.clear();
