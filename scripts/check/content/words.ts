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
    [/\b(let(s|ting)? go of|put(s|ting)? away|wip(ed?|es|ing))\b/i, 'unpin, hide or delete'],
    [/\btak(e|es|en|ing) (this|the|an?) [\w-]+ for (an?|the)\b/i, 'top prediction: cat, 97 %'],
    [/\b(hold(s|ing)?|held) (an?|the|this|its)? ?epoch\b/i, 'pin an epoch'],
    [/\bleav(e|es|ing) (your|the|a|this) run at\b/i, 'branch from an epoch'],
    [/\bto hold\b[^.]*\bagainst\b/i, 'compare'],
    [/\bfirst weights\b/i, 'initial weights'],
    [
      /\b(image|picture)s? (is|are) (never )?met\b|\bhow often\b[^.]*\bmet\b/i,
      'passes over the training set',
    ],
    [/\bexcit(es?|ed|ing)\b/i, 'activate'],
    [/\bhow much to believe\b/i, 'calibration'],
    [/\bcalled so\b|\b(is|are) so(?=[.,;:)!?]|$)/i, 'predicted, or actual'],
    [/\bsteps? apart\b|\btak(e|es|en|ing) [\w ]{1,24} apart\b/i, 'break down'],
    [/\bby heart\b/i, 'memorize'],
    [/\b(asked for is|for want of|of worth)\b/i, 'a sentence with a subject, a verb and an object'],
    [/\bso (many|often)\b/i, 'this many, or the number'],
    [/^\W*(Take cards|Remember)\W*$/, 'review (spaced repetition)'],
    [/\b(film|shares? of \w+|networks?) (is|are) told\b/i, 'a verb that says who does it'],
    [/\b(layers?|networks?) (answers?|says?|tells?)\b/i, 'networks predict, layers output'],
    [/\b(flavor|color|gray|behavior|neighbor|center)(s|ed)?\b/, 'the British spelling'],
  ],
  de: [
    // Only recall has that name.
    [/(?<!Recall \()\bTrefferquoten?\b/, 'Genauigkeit (Accuracy)'],
    [/\bRückweg(s|en?)?\b/, 'Rückwärtsdurchlauf (Backpropagation)'],
    [/\bunterwegs\b/i, 'wird geladen …'],
    [/\b(Netze?|Schicht(en)?) antworte[tn]\b/i, 'Netze sagen voraus, Schichten geben aus'],
    [/\b(Weg zurück|zurückgehalten\w*)\b/i, 'Rückwärtsdurchlauf, oder Validierungs- und Testdaten'],
    [/\b(losgelassen|loslassen|weglegen|weggelegt|wegwischen)\b/i, 'lösen, ausblenden oder löschen'],
    [/\bEpoche (halten|festhalten)\b|\b(ge|festge)haltene Epoche\b/i, 'eine Epoche anheften'],
    [/\berreg(t|en|ung)\b/i, 'aktivieren'],
    [/\berste[nr]? Gewichte\b/i, 'Anfangsgewichte'],
    [/\bAkkuratesse\b/i, 'Genauigkeit (Accuracy)'],
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
