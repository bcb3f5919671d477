/** Reads sentences aloud with a voice of the browser, and notices when nothing is to be heard. */

/** A pace of 150 words a minute in letters a second. A digit is spoken as a word. */
const LETTERS = 14;
const DIGIT = 5;
/** A sentence may take this many times as long, and so many milliseconds more. */
const SLACK = 1.5;
const EXTRA = 2000;
/** A voice begins within this many milliseconds, or it does not work. */
const BEGINS = 4000;

/** Speech that was stopped on purpose: by this page, or by another one that speaks. */
const STOPPED: ReadonlySet<string> = new Set(['interrupted', 'canceled']);

/** For how long a voice is waited for, in milliseconds, that still has this text to read at a rate. */
function patience(text: string, rate: number): number {
  const digits = text.match(/\d/g)?.length ?? 0;
  return ((1000 * (text.length + DIGIT * digits)) / LETTERS / rate) * SLACK + EXTRA;
}

interface Listener {
  /** The index of the sentence that is being spoken; null when it is over, all of it or because it was stopped. */
  onSentence(sentence: number | null): void;
  /** A sentence was spoken to its end. */
  onHeard(): void;
  /** The voice fails, or gives no sign of life. */
  onTrouble(): void;
}

interface Speech {
  readonly sentences: readonly string[];
  readonly voice: SpeechSynthesisVoice;
  readonly rate: number;
  /** Whether the voice has failed before: then a sentence is spoken only once it has begun. */
  readonly doubted: boolean;
}

/** Speaks the sentences one after the other, until it is stopped by the function that it answers. */
export function speak({ sentences, voice, rate, doubted }: Speech, on: Listener): () => void {
  let stopped = false;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const waitFor = (ms: number) => {
    clearTimeout(watch);
    if (!stopped) watch = setTimeout(on.onTrouble, ms);
  };
  const over = () => {
    clearTimeout(watch);
    on.onSentence(null);
  };
  const speakFrom = (at: number): void => {
    if (at >= sentences.length) {
      over();
      return;
    }
    const text = sentences[at];
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate });
    utterance.onstart = () => {
      if (stopped) return;
      on.onSentence(at);
      waitFor(patience(text, rate));
    };
    utterance.onboundary = ({ charIndex }) => waitFor(patience(text.slice(charIndex), rate));
    utterance.onend = () => {
      if (stopped) return;
      on.onHeard();
      speakFrom(at + 1);
    };
    utterance.onerror = ({ error }) => {
      if (stopped) return;
      // A voice that fails is not waited for.
      over();
      if (!STOPPED.has(error)) on.onTrouble();
    };
    if (!doubted) on.onSentence(at);
    waitFor(BEGINS);
    window.speechSynthesis.speak(utterance);
  };
  speakFrom(0);
  return () => {
    stopped = true;
    clearTimeout(watch);
    window.speechSynthesis.cancel();
  };
}
