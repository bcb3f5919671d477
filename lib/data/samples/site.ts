/** The images to look at that come with the site, drawings and photographs: any network can be shown them. */
import type { SampleFiles } from '@/lib/network/subject';

/** The one that is shown first where a data set names none of its own. */
export const SITE_SAMPLE = { id: 'cat-1', label: 'cat' };

/** As raw bytes of the course's shape, beside the PNGs for all other shapes. */
export const SITE_SAMPLES: SampleFiles = {
  list: '/images/samples.json',
  folder: '/images/samples',
  form: 'bytes',
  plain: [
    SITE_SAMPLE,
    { id: 'truck-1', label: 'truck' },
    { id: 'ship-2', label: 'ship' },
    { id: 'frog-1', label: 'frog' },
  ],
};
