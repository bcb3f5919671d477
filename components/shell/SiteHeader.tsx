import Link from 'next/link';
import { EngineBadge } from './EngineBadge';
import { LanguageSwitch } from './LanguageSwitch';
import { SiteMap } from './map/SiteMap';
import styles from './SiteHeader.module.css';
import { SiteNav } from './SiteNav';
import { ThemeSwitch } from './ThemeSwitch';

export function SiteHeader() {
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.name} prefetch={false}>
        Pipeline Tracer
      </Link>
      <SiteNav />
      <div className={styles.tools}>
        <EngineBadge />
        <LanguageSwitch />
        <ThemeSwitch />
        <SiteMap />
      </div>
    </header>
  );
}
