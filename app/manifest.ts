import type { MetadataRoute } from 'next';

export const dynamic = 'force-static';

/** What a browser needs to install the site. Addresses are taken from where this file lies, so they hold below a base path too. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Pipeline Tracer',
    short_name: 'Pipeline',
    description: 'Follow a picture through a real convolutional network, number by number.',
    id: './',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbf8f1',
    theme_color: '#fbf8f1',
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
