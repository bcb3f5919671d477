/** The networks that come with the site: the course's first, then others to look at in the same way. */
import { COURSE } from '@/lib/course/subject';
import type { ShippedSubject } from '@/lib/network/subject';
import { DIGITS } from './digits';
import { PHOTOGRAPHS } from './photographs';

export const SHELF: readonly ShippedSubject[] = [COURSE, PHOTOGRAPHS, DIGITS];
