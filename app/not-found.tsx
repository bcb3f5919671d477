import type { Metadata } from 'next';
import Link from 'next/link';
import words from '@/words/layout';

export const metadata: Metadata = {
  title: words.noPage(),
  description: words.noPageDescription(),
};

export default function NotFound() {
  return (
    <div className="column">
      <h1>{words.noPageTitle()}</h1>
      <p>{words.noPageWhy()}</p>
      <p>
        <Link className="button" href="/">
          {words.back()}
        </Link>
      </p>
    </div>
  );
}
