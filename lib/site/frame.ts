/**
 * Whether the page belongs to no origin, as in a frame with `sandbox` that lacks `allow-same-origin`: the
 * browser then lets it neither fetch the site's files, nor start a worker, nor store anything.
 */
export const hasNoOrigin = (): boolean => window.origin === 'null';

/** Whether the page is shown inside another one. */
export const isFramed = (): boolean => window.self !== window.top;
