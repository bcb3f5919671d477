/**
 * Stands for `@tensorflow/tfjs`, which is these packages together, with the CPU backend alone: the code that is taken
 * home imports it by its name.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
