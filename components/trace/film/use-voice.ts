import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { beatAt, type Film } from '@/lib/provenance/film/at-time';
import { LOCALE } from '@/words/locale';
import type { Clock } from './clock';
import { speak } from './speak';

/** How long voices may take to be listed, in milliseconds. */
const LISTED = 1500;

export interface Voice {
  /** The index of the sentence that is being spoken; null where none is. */
  readonly sentence: number | null;
  /** Nothing is read aloud although it should be: there is no voice for this language, or it does not work. */
  readonly missing: boolean;
}

const voiceOf = (): SpeechSynthesisVoice | undefined =>
  window.speechSynthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(LOCALE));

/** The voice of the reader's language: undefined until it is known, null where there is none. */
function useFoundVoice(on: boolean): SpeechSynthesisVoice | null | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>();
  useEffect(() => {
    if (!on || voice) return;
    const { speechSynthesis } = window;
    // The first one found stays: a browser lists the same voice anew as another object, and would begin again with it.
    const look = () => setVoice((known) => known ?? voiceOf() ?? known);
    look();
    const timer = setTimeout(() => setVoice((known) => known ?? voiceOf() ?? null), LISTED);
    speechSynthesis?.addEventListener?.('voiceschanged', look);
    return () => {
      clearTimeout(timer);
      speechSynthesis?.removeEventListener?.('voiceschanged', look);
    };
  }, [on, voice]);
  return voice;
}

/**
 * While it is on and the film plays, each beat is spoken, and the film waits for the end of its sentences: not for a voice
 * that does not work.
 */
export function useVoice(
  clock: Clock,
  film: Film,
  on: boolean,
  textsOf: (beat: number) => readonly string[],
): Voice {
  const voice = useFoundVoice(on);
  const [sentence, setSentence] = useState<number | null>(null);
  const [trouble, setTrouble] = useState(false);
  const at = useStore(clock.store, ({ time }) => beatAt(film, time));
  const playing = useStore(clock.store, (state) => state.playing);
  const speed = useStore(clock.store, (state) => state.speed);
  const beat = film.beats[at]?.beat;
  const begin = useEffectEvent((spoken: SpeechSynthesisVoice) => {
    const tell = (now: number | null) => {
      setSentence(now);
      if (now === null) clock.hold(null);
    };
    if (!trouble) clock.hold(at);
    return speak(
      { sentences: textsOf(at), voice: spoken, rate: speed, doubted: trouble },
      {
        onSentence: tell,
        onHeard: () => setTrouble(false),
        onTrouble() {
          setTrouble(true);
          tell(null);
        },
      },
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun again with another beat, not with a film of the same beats
  useEffect(() => {
    if (!on || !playing || !voice) return;
    const stop = begin(voice);
    return () => {
      stop();
      clock.hold(null);
      setSentence(null);
    };
  }, [clock, beat, on, playing, voice, at]);
  useEffect(() => {
    if (!on) setTrouble(false);
  }, [on]);
  return { sentence, missing: on && (voice === null || trouble) };
}
