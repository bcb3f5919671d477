import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = {
  title: 'No such page',
  description: 'There is no page at this address.',
};

export default function NotFound() {
  return (
    <div className="column">
      <h1>There is no page here</h1>
      <p>The address may be mistyped, or the page has moved. The pipeline itself is one step away.</p>
      <p>
        <Link className="button" href="/">
          Back to the pipeline
        </Link>
      </p>
    </div>
  );
}
