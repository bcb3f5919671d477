/* In place of Next's own polyfills: next.config.mjs. */
export {};
