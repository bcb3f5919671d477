/** A file of the built site: its path within the site's folder, without a leading slash. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: number;
  /** Changes with the content. */
  readonly hash: string;
}

/** A file in the service worker's cache. */
export interface KeptFile {
  /** From the root of the host. */
  readonly url: string;
  /** Null where the address itself changes with the content. */
  readonly revision: string | null;
  readonly bytes: number;
}

export interface KeptFiles {
  /**
   * The files that every page needs; a version is installed when all of them are cached, and the pages of at
   * least one language.
   */
  readonly first: readonly KeptFile[];
  /** The pages of each language, and the files that only they need. */
  readonly pages: Readonly<Record<string, readonly KeptFile[]>>;
  /** Large files and those of other networks, fetched one by one afterwards. */
  readonly later: readonly KeptFile[];
}

/**
 * The structure of the built site: the prefix of its addresses, its languages (the first has no folder of its
 * own), and the files at its base that all languages share.
 */
export interface SiteParts {
  readonly base: string;
  readonly languages: readonly string[];
  readonly shared: readonly string[];
}

/**
 * Copies for hosts, files that only hosts read, the service worker itself, duplicates of cached pages and of their
 * data (`__next._full.txt` is the same as `index.txt`, which is what a page asks for), and the formulas' fonts for
 * browsers without woff2, which have no WebAssembly either.
 */
const LEFT_OUT = [
  /\.(gz|br)$/,
  /\.(woff|ttf)$/,
  /^_headers$/,
  /(^|\/)\.[^/]+$/,
  /^sw\.js$/,
  /(^|\/)404(\/|$)/,
  /(^|\/)_not-found(\/|\.|$)/,
  /(^|\/)__next\._full\.txt$/,
  // Data sets of a site's own may be of any size: whoever opens one stores it where it is stored.
  /^sets\/.+\.bin$/,
];
/** Next and the engine's bundler put a hash of the content into these names. */
const NAMED_BY_CONTENT = [/(^|\/)_next\/static\//, /^engine\/.+-[0-9A-Za-z]{8,}\.(js|wasm)$/];
/** Larger than any page or script; the epochs, the training images and the dense layer are above it. */
const LARGE_BYTES = 600_000;

/** The networks beside the course's: few visits begin with one of them. */
const LATER = [/^model\/(?!epochs\/)[^/]+\//];

const isAny = (patterns: readonly RegExp[], path: string) => patterns.some((pattern) => pattern.test(path));

/** The language of a file; null: none, or all of them. */
function languageOf(path: string, { languages, shared }: SiteParts): string | null {
  const [source, ...others] = languages;
  const isScript = path.startsWith('engine/') && path.endsWith('.js') && !isAny(NAMED_BY_CONTENT, path);
  const own = others.find((one) => path.startsWith(`${one}/`) || (isScript && path.endsWith(`.${one}.js`)));
  if (own || isScript) return own ?? source;
  return shared.includes(path.split('/')[0]) ? null : source;
}

/** Which files of the built site are cached for offline use. */
export function keptFiles(files: readonly SiteFile[], parts: SiteParts): KeptFiles {
  const kept = files
    .filter(({ path }) => !isAny(LEFT_OUT, path))
    .map(({ path, bytes, hash }) => ({
      language: languageOf(path, parts),
      large: bytes >= LARGE_BYTES || isAny(LATER, path),
      file: {
        url: `${parts.base}/${path.replace(/(^|\/)index\.html$/, '$1')}`,
        revision: isAny(NAMED_BY_CONTENT, path) ? null : hash,
        bytes,
      } satisfies KeptFile,
    }));
  const small = (of: string | null) =>
    kept.filter(({ language, large }) => language === of && !large).map(({ file }) => file);
  return {
    first: small(null),
    pages: Object.fromEntries(parts.languages.map((language) => [language, small(language)])),
    later: kept.filter(({ large }) => large).map(({ file }) => file),
  };
}

/**
 * The language of an address: that of its folder, or the first. `base` is the prefix of the site's addresses.
 */
export function languageAt({ pages }: KeptFiles, pathname: string, base: string): string {
  const [source, ...others] = Object.keys(pages);
  return others.find((language) => pathname.startsWith(`${base}/${language}/`)) ?? source;
}

/** The total size in bytes. */
export const bytesOf = (files: readonly KeptFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The “not found” page of a language; null: none is cached. */
export const notFoundPage = ({ pages }: KeptFiles, language: string): string | null =>
  pages[language]?.find(({ url }) => url.endsWith('/404.html'))?.url ?? null;
