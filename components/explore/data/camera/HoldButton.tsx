'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** So often a frame is taken, in milliseconds. */
const EVERY_MS = 100;

interface Props {
  readonly word: string;
  readonly label: string;
  readonly disabled: boolean;
  /** Called at once and then again and again while the button is held. `isFirst`: the press has just begun. */
  onTick(isFirst: boolean): void;
}

/** A button that does something as long as it is held, with a pointer, Space or Enter. */
export function HoldButton({ word, label, disabled, onTick }: Props) {
  const [isHeld, setHeld] = useState(false);
  const tick = useEffectEvent(onTick);
  const active = isHeld && !disabled;
  useEffect(() => {
    if (!active) return;
    tick(true);
    const timer = setInterval(() => tick(false), EVERY_MS);
    return () => clearInterval(timer);
  }, [active]);
  const release = () => setHeld(false);
  const isPress = (key: string) => key === ' ' || key === 'Enter';
  return (
    <button
      type="button"
      className="button"
      aria-label={label}
      aria-disabled={disabled}
      aria-pressed={active}
      style={{ touchAction: 'none', userSelect: 'none' }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(true);
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isPress(event.key)) return;
        event.preventDefault();
        setHeld(true);
      }}
      onKeyUp={(event) => isPress(event.key) && release()}
      onBlur={release}
    >
      {word}
    </button>
  );
}
