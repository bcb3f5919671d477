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
  /** What every page needs; a version is installed when all of it is there, with the pages of one language at least. */
  readonly first: readonly KeptFile[];
  /** The pages of each language, and what only they need. */
  readonly pages: Readonly<Record<string, readonly KeptFile[]>>;
  /** Large files, fetched one by one after that. */
  readonly later: readonly KeptFile[];
}

/** How the site is built: what its addresses begin with, its languages, the first of which has no folder of its own, and the files at its base that all of them share. */
export interface SiteParts {
  readonly base: string;
  readonly languages: readonly string[];
  readonly shared: readonly string[];
}

/**
 * Copies for hosts, what only hosts read, the service worker itself, twins of a page that is kept, and of the formulas'
 * fonts those for browsers that know no woff2, which know no WebAssembly either.
 */
const LEFT_OUT = [
  /\.(gz|br)$/,
  /\.(woff|ttf)$/,
  /^_headers$/,
  /(^|\/)\.[^/]+$/,
  /^sw\.js$/,
  /(^|\/)404(\/|$)/,
  /(^|\/)_not-found(\/|\.|$)/,
];
/** The builds of Next and of the engine's worker put a hash of the content into these names. */
const NAMED_BY_CONTENT = [/(^|\/)_next\/static\//, /^engine\/.+-[0-9A-Za-z]{8,}\.(js|wasm)$/];
/** Larger than any page or script; the epochs, the training images and the dense layer are above it. */
const LARGE_BYTES = 600_000;

const isAny = (patterns: readonly RegExp[], path: string) => patterns.some((pattern) => pattern.test(path));

/** Which language a file belongs to; null: to none, or to all of them. */
function languageOf(path: string, { languages, shared }: SiteParts): string | null {
  const [source, ...others] = languages;
  const isScript = path.startsWith('engine/') && path.endsWith('.js') && !isAny(NAMED_BY_CONTENT, path);
  const own = others.find((one) => path.startsWith(`${one}/`) || (isScript && path.endsWith(`.${one}.js`)));
  if (own || isScript) return own ?? source;
  return shared.includes(path.split('/')[0]) ? null : source;
}

/** Which files of the built site are kept for a time without a connection. */
export function keptFiles(files: readonly SiteFile[], parts: SiteParts): KeptFiles {
  const kept = files
    .filter(({ path }) => !isAny(LEFT_OUT, path))
    .map(({ path, bytes, hash }) => ({
      language: languageOf(path, parts),
      large: bytes >= LARGE_BYTES,
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

/** The language of an address: that of the folder it lies in, or the first. `base` is what the site's addresses begin with. */
export function languageAt({ pages }: KeptFiles, pathname: string, base: string): string {
  const [source, ...others] = Object.keys(pages);
  return others.find((language) => pathname.startsWith(`${base}/${language}/`)) ?? source;
}

/** How many bytes they have together. */
export const bytesOf = (files: readonly KeptFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The page for an address that there isn't, in a language; null: none is kept. */
export const notFoundPage = ({ pages }: KeptFiles, language: string): string | null =>
  pages[language]?.find(({ url }) => url.endsWith('/404.html'))?.url ?? null;
