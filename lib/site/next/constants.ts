/* In place of Next's constants, in the browser: next.config.mjs. Of two hundred, its router reads this one. */

export const NEXT_NAV_DEPLOYMENT_ID_HEADER = 'x-nextjs-deployment-id';
