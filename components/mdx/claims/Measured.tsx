import type { ClaimId } from '@/lib/course/claims/claims';
import { formatClaim } from '@/lib/course/claims/recorded';
import styles from './Claims.module.css';

/** A number that was measured on the course's network, as a link to what was measured on how many images. */
export const Measured = ({ claim }: { readonly claim: ClaimId }) => (
  <a className={`number ${styles.measured}`} href={`#measured-${claim}`}>
    {formatClaim(claim)}
  </a>
);
