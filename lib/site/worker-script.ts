import { LOCALE } from '@/words/locale';
import { asset } from './asset';
import { scriptIn } from './languages';

/** Set when the site is built: a hash of the workers' content, so that no cache returns an older one. */
const VERSION = process.env.NEXT_PUBLIC_ENGINE_VERSION ?? '';

/** The file of a worker with messages in the page's language, in the folder of the workers' bundles. */
export const workerFile = (name: string): string => scriptIn(LOCALE, name);

/**
 * The address of a worker's script. Workers are bundled separately from the page
 * (scripts/build/engine-bundle.ts): the page's bundler would pass a worker its set-up in the fragment of its
 * address, which is lost when a service worker responds. `base` is the prefix of the site's addresses.
 */
export const workerScript = (name: string, base?: string): string =>
  asset(`/engine/${workerFile(name)}?v=${VERSION}`, base);
