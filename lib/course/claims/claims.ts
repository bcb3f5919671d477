/** All claims of the course: the numbers in its texts that were measured on the shipped network. */
import type { Claim } from './claim';
import { COUNT_CLAIMS } from './of-counts';
import { DATA_CLAIMS } from './of-data';
import { FILTER_CLAIMS } from './of-filters';
import { NORMALIZATION_CLAIMS } from './of-normalization';
import { PHOTOGRAPH_CLAIMS } from './of-photographs';
import { POSITION_CLAIMS } from './of-position';
import { RUN_CLAIMS } from './of-run';

export const CLAIMS = {
  ...NORMALIZATION_CLAIMS,
  ...POSITION_CLAIMS,
  ...COUNT_CLAIMS,
  ...DATA_CLAIMS,
  ...FILTER_CLAIMS,
  ...RUN_CLAIMS,
  ...PHOTOGRAPH_CLAIMS,
} satisfies Record<string, Claim>;

export type ClaimId = keyof typeof CLAIMS;

export const isClaimId = (id: string): id is ClaimId => Object.hasOwn(CLAIMS, id);
export const CLAIM_IDS = Object.keys(CLAIMS).filter(isClaimId);
