'use client';

import Link from 'next/link';
import type { ComponentProps } from 'react';
import { moveTo } from './moved-page';

/** A link to the page of a stage: the change of pages is shown as a movement. */
export function StageLink({ href, ...others }: ComponentProps<typeof Link> & { readonly href: string }) {
  return <Link {...others} href={href} onNavigate={() => moveTo(href)} />;
}
