import Link from 'next/link';
import { OfflineLine } from './OfflineLine';
import styles from './SiteFooter.module.css';

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>Everything here is computed in your browser. Nothing you choose, draw or train leaves it.</p>
      <p className={styles.links}>
        <Link href="/glossary/" prefetch={false}>
          Glossary
        </Link>
        <Link href="/credits/" prefetch={false}>
          Pictures, fonts and libraries
        </Link>
      </p>
      <OfflineLine />
      <noscript>
        <p>
          <strong>JavaScript is off.</strong> The lessons read without it; the live network, the figures and
          the quiz need it.
        </p>
      </noscript>
    </footer>
  );
}
