/** The prefix of the site's addresses: empty, or the project's path on its host. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/**
 * The address of a file under `public/`. `path` begins with a slash. A worker, which is bundled separately,
 * has no build-time base; it receives one and passes it on.
 */
export const asset = (path: string, base: string = BASE_PATH): string => base + path;
