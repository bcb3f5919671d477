/*
 * Next runs this before React takes over the page: the engine comes up in its worker meanwhile, on another core.
 */
import { startEarly } from '@/lib/engine/early';
import { BASE_PATH } from '@/lib/site/asset';

startEarly(BASE_PATH);
// The page's end of the engine is on its way by the time it is asked for.
void import('@/lib/engine/client');
