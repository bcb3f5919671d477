/** What the course is about: its network, its images, and the run that comes with the site. */
import {
  type DataSet,
  FIRST_IMAGES,
  FIRST_SAMPLES,
  FIRST_SHIPPED,
  FIRST_SUBJECT,
  type ShippedSubject,
} from '@/lib/network/subject';
import type { AskedAbout } from '@/lib/questions/question';
import { CLASS_NAMES, classWord } from './class-names';
import { TEST_COUNT, TRAINING_COUNT, VALIDATION_COUNT } from './image-sets';
import { CLASSES, REFERENCE, referencePipeline } from './reference';

const DATA_SET: DataSet = {
  id: 'emoji',
  classes: CLASSES,
  names: CLASS_NAMES,
  shape: REFERENCE.input,
  counts: { training: TRAINING_COUNT, heldOut: VALIDATION_COUNT, test: TEST_COUNT },
  images: FIRST_IMAGES,
  samples: FIRST_SAMPLES,
  // By one of the test artists; which draw of it, the build chooses (scripts/make/images/in-doubt.ts).
  first: { id: 'cat-4', label: 'cat' },
};

/** The course's network in the form that questions need. */
export const COURSE_ASKED: AskedAbout = { ...referencePipeline, images: TRAINING_COUNT, classWord };

/** The subject of every first visit. */
export const COURSE: ShippedSubject = {
  id: FIRST_SUBJECT,
  architecture: REFERENCE,
  dataSet: DATA_SET,
  weights: 'kept',
  run: 'shipped',
  shipped: FIRST_SHIPPED,
};
