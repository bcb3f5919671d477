import type { ReactNode } from 'react';
import styles from './Lead.module.css';

/** The figure with which a way to learn opens: beside its title where there is room, below it elsewhere. */
export const Lead = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.lead} data-lead="">
    {children}
  </div>
);
