import type { ReactNode } from 'react';
import { Definition } from './Definition';
import { TermPopover } from './TermPopover';

interface Props {
  readonly id: string;
  readonly children: ReactNode;
}

/** A term in a text, with its definition. */
export const Term = ({ id, children }: Props) => (
  <TermPopover id={id} definition={<Definition id={id} />}>
    {children}
  </TermPopover>
);
