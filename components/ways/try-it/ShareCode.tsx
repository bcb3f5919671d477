import { ShareLink } from '@/components/site/ShareLink';
import { hashOf } from '@/lib/try-it/link';
import words from '@/words/try-it';

/** The code as a link. */
export const ShareCode = ({ code }: { readonly code: string }) => (
  <ShareLink of={code} words={words} hash={() => hashOf(code)} />
);
