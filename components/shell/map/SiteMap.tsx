import { loadModes } from '@/components/ways/modes/modes';
import { MapMenu } from './MapMenu';

/** The menu of all pages, in the header of each. */
export async function SiteMap() {
  const modes = await loadModes();
  return <MapMenu ways={modes.map(({ mode, title, summary }) => ({ mode, title, summary }))} />;
}
