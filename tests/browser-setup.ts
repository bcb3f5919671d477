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

// Files that share a browser find nothing of each other in it, in whatever order they run.
localStorage.clear();
for (const { name } of await indexedDB.databases()) {
  await new Promise((done) => {
    const request = indexedDB.deleteDatabase(name ?? '');
    // A connection that another page still has puts it off until that is closed; who opens the database waits for it.
    request.onblocked = request.onerror = request.onsuccess = done;
  });
}

export {};
