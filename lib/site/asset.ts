/** What the site's addresses begin with: empty, or the path of the project below its host. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/**
 * The address of a file under `public/`. `path` begins with a slash.
 * A worker that is bundled apart has no build-time base; it is given one and passes it on.
 */
export const asset = (path: string, base: string = BASE_PATH): string => base + path;
