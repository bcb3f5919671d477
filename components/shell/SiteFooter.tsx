import Link from 'next/link';
import { Rich } from '@/components/site/Rich';
import { EmbedPage } from '@/components/site/share/EmbedPage';
import words from '@/words/layout';
import { OfflineLine } from './OfflineLine';
import styles from './SiteFooter.module.css';

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>{words.local()}</p>
      <p className={styles.links}>
        <Link href="/glossary/" prefetch={false}>
          {words.glossary()}
        </Link>
        <Link href="/credits/" prefetch={false}>
          {words.credits()}
        </Link>
      </p>
      <EmbedPage />
      <OfflineLine />
      <noscript>
        <p>
          <Rich text={words.noScript()} tags={{ b: (text) => <strong>{text}</strong> }} />
        </p>
      </noscript>
    </footer>
  );
}
