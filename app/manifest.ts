import type { MetadataRoute } from 'next';
import { asset } from '@/lib/site/asset';
import words from '@/words/layout';
import { LOCALE } from '@/words/locale';

export const dynamic = 'force-static';

/**
 * What a browser needs to install the site. Addresses are relative to this file, except for the icons, which
 * all languages share.
 */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Pipeline Tracer',
    short_name: 'Pipeline',
    description: words.shortDescription(),
    lang: LOCALE,
    id: './',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbf8f1',
    theme_color: '#fbf8f1',
    icons: [
      { src: asset('/icons/icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: asset('/icons/icon-512.png'), sizes: '512x512', type: 'image/png' },
      { src: asset('/icons/maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
