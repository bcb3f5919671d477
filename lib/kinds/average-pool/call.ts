import { poolingCall } from '@/lib/kinds/parts/layer-call';

/** The call that creates this layer in “Try it”. */
export const layerCall = poolingCall('averagePooling2d', 'averagePool', (id, pooling) => ({
  id,
  kind: 'averagePool',
  ...pooling,
}));
