import type { BuilderRules } from '../parts/builder';
import { cells } from '../parts/setting';
import type { ZeroPaddingLayer } from '../types';

export const builder: BuilderRules<ZeroPaddingLayer> = {
  fresh: { id: 'pad', kind: 'zeroPadding', top: 1, bottom: 1, left: 1, right: 1 },
  settings: [cells('top'), cells('bottom'), cells('left'), cells('right')],
};
