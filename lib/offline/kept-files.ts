/** A file of the built site: its path below the site's folder, without a slash before it. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: number;
  /** Changes with the content. */
  readonly hash: string;
}

/** What the service worker keeps of a file. */
export interface KeptFile {
  /** From the root of the host. */
  readonly url: string;
  /** Null where the address itself changes with the content. */
  readonly revision: string | null;
  readonly bytes: number;
}

export interface KeptFiles {
  /** What every page needs; a version is installed when all of it is there. */
  readonly first: readonly KeptFile[];
  /** Large files, fetched one by one after that. */
  readonly later: readonly KeptFile[];
}

/**
 * Copies for hosts, what only hosts read, the service worker itself, twins of a page that is kept, and of the formulas'
 * fonts those for browsers that know no woff2, which know no WebAssembly either.
 */
const LEFT_OUT = [
  /\.gz$/,
  /\.(woff|ttf)$/,
  /^_headers$/,
  /(^|\/)\.[^/]+$/,
  /^sw\.js$/,
  /(^|\/)404(\/|$)/,
  /(^|\/)_not-found(\/|\.|$)/,
];
/** The builds of Next and of the engine's worker put a hash of the content into these names. */
const NAMED_BY_CONTENT = [/(^|\/)_next\/static\//, /^engine\/.+-[0-9A-Za-z]{8,}\.(js|wasm)$/];
/** Larger than any page or script; the epochs, the training pictures and the dense layer are above it. */
const LARGE_BYTES = 600_000;

const isAny = (patterns: readonly RegExp[], path: string) => patterns.some((pattern) => pattern.test(path));

/** Which files of the built site are kept for a time without a connection. `base` is what the site's addresses begin with. */
export function keptFiles(files: readonly SiteFile[], base: string): KeptFiles {
  const kept = files
    .filter(({ path }) => !isAny(LEFT_OUT, path))
    .map(
      ({ path, bytes, hash }): KeptFile => ({
        url: `${base}/${path.replace(/(^|\/)index\.html$/, '$1')}`,
        revision: isAny(NAMED_BY_CONTENT, path) ? null : hash,
        bytes,
      }),
    );
  return {
    first: kept.filter(({ bytes }) => bytes < LARGE_BYTES),
    later: kept.filter(({ bytes }) => bytes >= LARGE_BYTES),
  };
}

/** How many bytes they have together. */
export const bytesOf = (files: readonly KeptFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The page for an address that there isn't, in the language that the address begins with; null: none is kept. */
export function notFoundPage({ first }: KeptFiles, pathname: string): string | null {
  const pages = first.filter(({ url }) => url.endsWith('/404.html'));
  const fitting = pages.filter(({ url }) => pathname.startsWith(url.replace(/404\.html$/, '')));
  return fitting.toSorted((one, other) => one.url.length - other.url.length).at(-1)?.url ?? null;
}
