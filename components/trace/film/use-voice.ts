import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { beatAt, type Film } from '@/lib/provenance/film/at-time';
import { LOCALE } from '@/words/locale';
import type { Clock } from './clock';

/** How long voices may take to be listed, in milliseconds. */
const LISTED = 1500;
/** Speech that takes this many times as long as the beat has broken off without a word. */
const PATIENCE = 2.5;

export interface Voice {
  /** The index of the sentence that is being spoken; null where none is. */
  readonly sentence: number | null;
  /** There is no voice for this language. */
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
    const look = () => setVoice((known) => voiceOf() ?? known);
    look();
    const timer = setTimeout(() => setVoice(voiceOf() ?? null), LISTED);
    speechSynthesis?.addEventListener?.('voiceschanged', look);
    return () => {
      clearTimeout(timer);
      speechSynthesis?.removeEventListener?.('voiceschanged', look);
    };
  }, [on, voice]);
  return voice;
}

/** Speaks the sentences one after the other, until it is stopped. */
function speak(
  sentences: readonly string[],
  voice: SpeechSynthesisVoice,
  rate: number,
  onSentence: (sentence: number | null) => void,
): () => void {
  let stopped = false;
  const speakFrom = (at: number): void => {
    if (stopped) return;
    if (at >= sentences.length) {
      onSentence(null);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentences[at]);
    Object.assign(utterance, { voice, lang: voice.lang, rate });
    utterance.onend = () => speakFrom(at + 1);
    // A voice that fails is not waited for.
    utterance.onerror = () => !stopped && onSentence(null);
    onSentence(at);
    window.speechSynthesis.speak(utterance);
  };
  speakFrom(0);
  return () => {
    stopped = true;
    window.speechSynthesis.cancel();
  };
}

/** While it is on and the film plays, each beat is spoken, and the film waits for the end of its sentences. */
export function useVoice(
  clock: Clock,
  film: Film,
  on: boolean,
  textsOf: (beat: number) => readonly string[],
): Voice {
  const voice = useFoundVoice(on);
  const [sentence, setSentence] = useState<number | null>(null);
  const at = useStore(clock.store, ({ time }) => beatAt(film, time));
  const playing = useStore(clock.store, (state) => state.playing);
  const speed = useStore(clock.store, (state) => state.speed);
  const begin = useEffectEvent((beat: number, spoken: SpeechSynthesisVoice) => {
    clock.hold(beat);
    return speak(textsOf(beat), spoken, speed, (now) => {
      setSentence(now);
      if (now === null) clock.hold(null);
    });
  });
  useEffect(() => {
    if (!on || !playing || !voice) return;
    const stop = begin(at, voice);
    const seconds = film.beats[at].beat.seconds / clock.store.getState().speed;
    const timer = setTimeout(() => clock.hold(null), PATIENCE * seconds * 1000);
    return () => {
      clearTimeout(timer);
      stop();
      clock.hold(null);
      setSentence(null);
    };
  }, [clock, film, on, playing, voice, at]);
  return { sentence, missing: on && voice === null };
}
