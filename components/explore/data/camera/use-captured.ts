'use client';

import { useRef, useState } from 'react';
import { useAskBeforeLeaving } from '@/components/state/use-ask-before-leaving';
import {
  type CapturedClass,
  type Frame,
  frameCount,
  MOST_FRAMES,
  sharedName,
  withFrame,
  withoutLastBurst,
} from '@/lib/data/sets/camera/frames';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-camera';

const MOST_CLASSES = 20;
const fresh = (id: number): CapturedClass => ({ id, name: '', frames: [] });

/**
 * Classes that are being filled from a camera or a pad: two to begin with. What they were filled with is nowhere else, so
 * the browser asks before the page is left, until a set of them is stored.
 */
export function useCaptured() {
  const [classes, setClasses] = useState<readonly CapturedClass[]>([fresh(1), fresh(2)]);
  const [problem, setProblem] = useState('');
  const [kept, setKept] = useState(classes);
  const next = useRef(3);
  const count = frameCount(classes);
  useAskBeforeLeaving(count > 0 && classes !== kept);
  const change = (id: number, changed: (one: CapturedClass) => CapturedClass) =>
    setClasses((all) => all.map((one) => (one.id === id ? changed(one) : one)));
  return {
    classes,
    count,
    /** Why the last thing could not be done, in a sentence; empty where it was. */
    problem,
    /** A set of all that there is now has been stored. */
    kept: () => setKept(classes),
    canAddClass: classes.length < MOST_CLASSES,
    addClass() {
      if (classes.length < MOST_CLASSES) setClasses([...classes, fresh(next.current++)]);
    },
    /** Returns whether there was room for it. */
    add(id: number, frame: Frame): boolean {
      const hasRoom = count < MOST_FRAMES;
      setProblem(hasRoom ? '' : words.enough({ most: formatCount(MOST_FRAMES) }));
      if (hasRoom) change(id, (one) => withFrame(one, frame));
      return hasRoom;
    },
    /** What a class's row needs for its name and for removing. */
    rowOf: ({ id }: CapturedClass) => ({
      onName: (name: string) => change(id, (now) => ({ ...now, name })),
      onRemoveLast: () => change(id, withoutLastBurst),
      onRemove: classes.length > 1 ? () => setClasses(classes.filter((other) => other.id !== id)) : undefined,
    }),
    /** All of them with names; null, with a problem, where two have the same one, or nothing was added yet. */
    named(): readonly CapturedClass[] | null {
      const all = classes.map((one, at) => ({
        ...one,
        name: one.name.trim() || words.classNumber({ number: at + 1 }),
      }));
      const shared = sharedName(all);
      setProblem(shared === null ? '' : words.sameName({ name: shared }));
      return shared === null && count > 0 ? all : null;
    },
  };
}

export type Captured = ReturnType<typeof useCaptured>;
