'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { listCameras, openCamera } from '@/lib/data/sets/camera/camera';
import words from '@/words/data-camera';

export interface Camera {
  readonly phase: 'off' | 'starting' | 'on';
  readonly problem: string;
  readonly cameras: readonly { readonly id: string; readonly name: string }[];
  /** The one that is on. */
  readonly id: string | null;
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Asks for a camera: this one, or any. */
  start(id: string | null): void;
  stop(): void;
}

/** A camera that is asked for only when it is started, and given back with the page. */
export function useCamera(): Camera {
  const [phase, setPhase] = useState<Camera['phase']>('off');
  const [problem, setProblem] = useState('');
  const [cameras, setCameras] = useState<Camera['cameras']>([]);
  const [id, setId] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const asked = useRef(0);
  const release = () => {
    asked.current += 1;
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    if (video.current) video.current.srcObject = null;
  };
  useEffect(
    () => () => {
      asked.current += 1;
      for (const track of stream.current?.getTracks() ?? []) track.stop();
    },
    [],
  );
  return {
    phase,
    problem,
    cameras,
    id,
    video,
    async start(wanted) {
      release();
      const mine = asked.current;
      setPhase('starting');
      setProblem('');
      const opened = await openCamera(wanted);
      if (asked.current !== mine) {
        // It came too late: the page was left, or another one is wanted.
        if (opened.ok) for (const track of opened.value.getTracks()) track.stop();
        return;
      }
      setPhase(opened.ok ? 'on' : 'off');
      if (!opened.ok) return setProblem(opened.problem.sentence);
      stream.current = opened.value;
      const [track] = opened.value.getVideoTracks();
      // Fired when it is pulled out or taken away, not when the page itself stops it.
      track?.addEventListener('ended', () => {
        if (stream.current !== opened.value) return;
        release();
        setPhase('off');
        setProblem(words.gone());
      });
      setId(track?.getSettings().deviceId ?? null);
      if (video.current) video.current.srcObject = opened.value;
      setCameras(await listCameras());
    },
    stop() {
      release();
      setPhase('off');
    },
  };
}
