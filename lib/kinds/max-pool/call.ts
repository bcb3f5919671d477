import { poolingCall } from '@/lib/kinds/parts/layer-call';

/** The call that creates this layer in “Try it”. */
export const layerCall = poolingCall('maxPooling2d', 'maxPool', (id, pooling) => ({
  id,
  kind: 'maxPool',
  ...pooling,
}));
