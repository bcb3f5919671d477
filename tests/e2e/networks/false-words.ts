/** What may be false on a page of another network than the course's: its numbers, and colours where there are none. */

/** Phrases that are true with any network: of the site, of networks in general, of the course's by name, or of a legend. */
const TRUE_IN_ENGLISH: readonly RegExp[] = [
  // The site, and the lessons of the course.
  /Ten problems/g,
  /With red and blue swapped/g,
  /depends on colour/g,
  // Arithmetic and sayings.
  /six cases of ten|nine times in ten/g,
  /(about|after|up to|among) ten (times|steps|random steps|linear layers)/g,
  // What is drawn with colours of its own.
  /Colours of each|in green|Green pixels speak/g,
  // The opposite case, and examples that are called so.
  /A colour image usually has one each for red, green and blue/g,
  /at the same place: red, green and blue in an image/g,
  /a square of a single colour/g,
  /blue water, blue is enough/g,
  /doi:\S+|arXiv:\S+/g,
];

/** The same on the German pages. */
const TRUE_IN_GERMAN: readonly RegExp[] = [
  // The site, and the lessons of the course.
  /Neun Lernwege|Neun Lektionen/g,
  /Zehn Aufgaben/g,
  /Sind Rot und Blau vertauscht/g,
  /Es hängt an Farben/g,
  // Arithmetic and sayings.
  /(sechs|neun) von zehn/g,
  /(etwa|nach|bis zu|unter|rund) zehn (Mal|Schritte|zufälligen Schritten|linearen Schichten)/g,
  // What is drawn with colours of its own.
  /Farben je|in denselben Farben|\bgrün, wo|Grün, wo|Grüne Pixel sprechen/g,
  // The opposite case, and examples that are called so.
  /Ein farbiges Bild hat meist je einen für Rot, Grün und Blau/g,
  /an derselben Stelle: Rot, Grün und Blau in einem Bild/g,
  /ein Quadrat in einer einzigen Farbe/g,
  /auf blauem Wasser liegen, reicht Blau/g,
  /doi:\S+|arXiv:\S+/g,
];

interface Suspect {
  readonly words: RegExp;
  /** Phrases that are true of this network. */
  readonly allowed: readonly RegExp[];
}

/** What only the course's network has: a textbook's run beside its own, images to train on. */
const COURSE_RUN = /both runs|the textbook claims|beside the textbook|Train it live/;
/** One of something in the plural, and a count that is not written as one. */
const NO_COUNT =
  /(?<!× )\b1 (channels|kernels|maps|filters|classes|biases)\b|(?<![\d.,])\d{4,} (validation|training|test) images/;
const ANY_COURSE = /1,626,442|\bartists? the network|29 × 29|\b(nine|ten|eight)\b/;
const either = (...all: readonly RegExp[]) => new RegExp(all.map(({ source }) => source).join('|'), 'i');

/** For each network the words that are looked for. */
export const SUSPECTS = {
  // Nine stages and ten classes like the course's, on grey images of 28 × 28 × 1.
  digits: {
    words: either(
      ANY_COURSE,
      COURSE_RUN,
      NO_COUNT,
      /\b(64|62|31) ×|× (64|62)\b|\b64 (filters|maps|feature maps|kernels|channels|pixels)/,
      /\b(colours?|coloured|red|green|blue|RGB)\b/,
      /\bemoji\b/,
    ),
    allowed: [/[Tt]he nine stages/g, /ten (classes|digits)/g],
  },
  photographs: {
    words: either(
      ANY_COURSE,
      COURSE_RUN,
      NO_COUNT,
      /64 × 64|12,544|62 × 62/,
      // Its convolutions have no biases, it has no flatten, and no value sees more than its 32 × 32 pixels.
      /one bias|(?<=conv\d.{0,60})biases included|after the flatten|46 × 46/,
    ),
    allowed: [/ten (classes|kinds)/g, /windows alone it would be 46 × 46/g],
  },
  // 14 stages, four convolutions of ten filters, ten classes, and colour images of 64 × 64, as the course's.
  tinyVgg: {
    words: either(
      ANY_COURSE,
      COURSE_RUN,
      NO_COUNT,
      /12,544/,
      /\b(32|64) (filters|maps|feature maps|kernels|channels)\b/,
    ),
    allowed: [/ten (classes|filters)/g],
  },
  // Built here, on grey images of 32 × 32: 13 stages, means instead of largest values, tanh; trained on the course's images.
  lenet: {
    words: either(
      ANY_COURSE,
      /both runs|the textbook claims|beside the textbook/,
      NO_COUNT,
      /\b(64|62|31) ×|× (64|62)\b|\b64 (filters|maps|feature maps|kernels|channels|pixels)/,
      /\b(colours?|coloured|red|green|blue|RGB)\b/,
      /ReLUs? (of this|open)|opened from a file, which/,
    ),
    allowed: [/[Tt]he nine stages/g, /ten (classes|kinds)/g, /drawn in [\w ()-]+/g],
  },
} as const satisfies Readonly<Record<string, Suspect>>;

/** The same for the German pages, where the images have no colour. */
export const GERMAN_SUSPECTS = {
  digits: {
    words: either(
      /1\.626\.442|29 × 29|\b(neun|zehn|acht)\b/,
      /beider Läufe|das Lehrbuch behauptet|neben dem Lehrbuch|Live trainieren/,
      /(?<!× )\b1 (Kanäle|Kanälen|Maps|Filtern|Klassen|Bias-Werte)\b|(?<![\d.,])\d{4,} (Validierungs|Trainings|Test)bilder/,
      /\b(64|62|31) ×|× (64|62)\b|\b64 (Filter|Maps|Feature-Maps|Kernel|Kanäle|Pixel)/,
      /\b(\w*farb\w*|rot(e[mnrs]?)?|grün(e[mnrs]?)?|blau(e[mnrs]?)?|RGB)\b/,
      /\bemoji/,
    ),
    allowed: [/[Dd]ie neun Stufen/g, /zehn (Klassen|Ziffern)/g],
  },
} as const satisfies Readonly<Record<string, Suspect>>;

const AROUND = 40;

/** The places of a text in which a network's suspicious words stand, with what stands around them. */
export function falseWords(text: string, { words, allowed }: Suspect): readonly string[] {
  const left = [...TRUE_IN_ENGLISH, ...TRUE_IN_GERMAN, ...allowed].reduce(
    (rest, phrase) => rest.replace(phrase, '…'),
    text,
  );
  return [...left.matchAll(new RegExp(words, 'gi'))].map(({ index }) =>
    left.slice(Math.max(0, index - AROUND), index + AROUND),
  );
}
