// Next puts the values of `process.env` into what it bundles; a browser by itself has no `process`.
Object.assign(globalThis, { process: { env: {} } });
