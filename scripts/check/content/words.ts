/** Words that a learner would find in no book of the field, or that the site has a better one for. */
import type { Language } from '@/lib/site/languages';
import type { ContentFault } from './tree';

/** A word, and what to write in its place. */
type Avoided = readonly [pattern: RegExp, better: string];

const AVOIDED: Readonly<Record<Language, readonly Avoided[]>> = {
  en: [
    [/\bpictures?\b/i, 'image'],
    [/\bthe way back\b/i, 'backward pass, or backpropagation'],
    [/\bheld[- ]outs?\b/i, 'validation or test images'],
    [/\bon (its|their) way\b/i, 'loading …'],
    [/\bbroken off\b/i, 'failed'],
    [/\b(let go of|put away|wiped?)\b/i, 'unpin, hide or delete'],
    [/\bto hold\b[^.]*\bagainst\b/i, 'compare'],
    [/\bfirst weights\b/i, 'initial weights'],
    [/\bimages? (is|are) met\b/i, 'passes over the training set'],
    [/\bexcit(es?|ed|ing)\b/i, 'activate'],
    [/\bhow much to believe\b/i, 'calibration'],
    [/\bcalled so\b/i, 'predicted'],
    [/\bnetworks? answers?\b/i, 'networks predict'],
    [/\bsteps? apart\b/i, 'break down the next update'],
    [/\bby heart\b/i, 'memorize'],
    [/\b(asked for is|for want of|of worth)\b/i, 'a sentence with a subject, a verb and an object'],
    [/\bso many (pixels|values|images|weights)\b/i, 'this many, or the number'],
    [/\b(flavor|color|gray|behavior|neighbor|center)(s|ed)?\b/, 'the British spelling'],
  ],
  de: [
    // Only recall has that name.
    [/(?<!Recall \()\bTrefferquoten?\b/, 'Genauigkeit (Accuracy)'],
    [/\bRückweg(s|en?)?\b/, 'Rückwärtsdurchlauf (Backpropagation)'],
    [/\bunterwegs\b/i, 'wird geladen …'],
    [/\bNetze? antworte[tn]\b/i, 'Netze sagen voraus'],
    [/\bPictures?\b/, 'Bild'],
  ],
};

/** What is no prose: a message's key, code, addresses, and the names and attributes of components. */
const NO_PROSE = /^\s*"[A-Za-z0-9]+":|`[^`]*`|\]\([^)]*\)|<\/?[A-Za-z][^>]*>|\b[a-z]+="[^"]*"/g;

/** The words to avoid in a text, line by line, worded for its author. */
export function wordFaults(text: string, locale: Language): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const prose = line.replaceAll(NO_PROSE, ' ');
    for (const [pattern, better] of AVOIDED[locale]) {
      const found = pattern.exec(prose)?.[0];
      if (found) faults.push({ line: index + 1, sentence: `Instead of “${found}”, write: ${better}.` });
    }
  }
  return faults;
}
