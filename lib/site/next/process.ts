/* In place of Node's `process` in the browser: next.config.mjs. What Next asks of it there is its environment, which has nothing. */

export const env = {};
export default { env };
