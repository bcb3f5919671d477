const STEPS = 8;

/** What a byte does to the sum, and what it does with one to seven bytes behind it: eight bytes are summed up at once. */
const TABLES = [
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  }),
];
for (let step = 1; step < STEPS; step++)
  TABLES.push(TABLES[step - 1].map((rest) => TABLES[0][rest & 255] ^ (rest >>> 8)));

/**
 * The CRC-32 of some bytes (the one of gzip and PNG), as an unsigned number. The browser's own digests need a
 * secure origin, but files must be checked on any origin. `before` is the sum of the bytes before these.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
  let sum = before ^ 0xffffffff;
  let at = 0;
  for (const end = bytes.length - (bytes.length % STEPS); at < end; at += STEPS) {
    sum ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    sum =
      t7[sum & 255] ^
      t6[(sum >>> 8) & 255] ^
      t5[(sum >>> 16) & 255] ^
      t4[sum >>> 24] ^
      t3[bytes[at + 4]] ^
      t2[bytes[at + 5]] ^
      t1[bytes[at + 6]] ^
      t0[bytes[at + 7]];
  }
  for (; at < bytes.length; at++) sum = t0[(sum ^ bytes[at]) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
