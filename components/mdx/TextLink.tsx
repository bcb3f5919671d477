import Link from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link in a text. A link to a page of the site stays in the language of the build and below the site's
 * base.
 */
export function TextLink({ href = '', ...rest }: ComponentProps<'a'>) {
  return href.startsWith('/') ? <Link href={href} prefetch={false} {...rest} /> : <a href={href} {...rest} />;
}
