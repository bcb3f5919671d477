/** What browsers say about a connection (Network Information API); many say nothing. */
export interface ConnectionFacts {
  /** The visitor asked for less data. */
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

const METERED: readonly string[] = ['cellular', 'wimax'];
const SLOW: readonly string[] = ['slow-2g', '2g'];

/** Whether a connection is metered, slow, or set to save data: nothing is fetched over it that nobody asked to see. */
export const savesData = ({ saveData, type = '', effectiveType = '' }: ConnectionFacts = {}): boolean =>
  saveData === true || METERED.includes(type) || SLOW.includes(effectiveType);

/** What this browser says about its connection. */
export const connectionNow = (): ConnectionFacts | undefined =>
  (navigator as Navigator & { readonly connection?: ConnectionFacts }).connection;
