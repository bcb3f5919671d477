/** What the course is about: its network, its images, and the run that comes with the site. */
import { SITE_SAMPLES } from '@/lib/data/samples/site';
import {
  type DataSet,
  type ImageAddresses,
  type ShippedSubject,
  UNNAMED_SUBJECT,
} from '@/lib/network/subject';
import type { AskedAbout } from '@/lib/questions/question';
import { CLASS_NAMES, classWord } from './class-names';
import { DRAWINGS, TEST_COUNT, TRAINING_COUNT, VALIDATION_COUNT } from './image-sets';
import { CLASSES, REFERENCE, referencePipeline } from './reference';

const IMAGES: ImageAddresses = {
  training: '/images/training.bin',
  heldOut: '/images/validation.bin',
  test: '/images/test.bin',
  byAnother: true,
};

const DATA_SET: DataSet = {
  id: 'emoji',
  classes: CLASSES,
  names: CLASS_NAMES,
  shape: REFERENCE.input,
  counts: { training: TRAINING_COUNT, heldOut: VALIDATION_COUNT, test: TEST_COUNT, sources: DRAWINGS },
  images: IMAGES,
  samples: SITE_SAMPLES,
  // By one of the test artists; which draw of it, the build chooses (scripts/make/images/in-doubt.ts).
  first: { id: 'cat-4', label: 'cat' },
};

/** The course's network in the form that questions need. */
export const COURSE_ASKED: AskedAbout = { ...referencePipeline, images: TRAINING_COUNT, classWord };

/** The subject of every first visit. */
export const COURSE: ShippedSubject = {
  // The only one that there was when nothing was stored by subject.
  id: UNNAMED_SUBJECT,
  architecture: REFERENCE,
  dataSet: DATA_SET,
  weights: 'kept',
  run: 'shipped',
  // The small layers' weights apart, because they draw the first maps.
  shipped: { folder: '/model', weights: ['conv.safetensors', 'dense.safetensors'] },
};
