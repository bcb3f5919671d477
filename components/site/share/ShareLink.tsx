'use client';

import { CopyText } from './CopyText';

interface Props {
  /** What the link is about: one that was made for something else is not shown. */
  readonly of: unknown;
  readonly words: { share(): string; copied(): string; copy(): string };
  /** The fragment of the address, with its #. */
  hash(): Promise<string>;
}

/** What stands on the page as a link. */
export function ShareLink({ of, words, hash }: Props) {
  const link = async () => {
    const address = new URL(window.location.href);
    address.hash = await hash();
    return address.href;
  };
  return <CopyText of={of} words={words} text={link} />;
}
