import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClaimId, isClaimId } from '@/lib/course/claims/claims';
import { claimsIn } from '@/lib/course/claims/in-text';
import { formatClaim, type ImageCount, imagesOfClaim, isOfPhotographs } from '@/lib/course/claims/recorded';
import { formatCount } from '@/lib/format/format';
import words from '@/words/claims';
import styles from './Claims.module.css';

/**
 * The claims of a text, each with what was measured and on how many images of how many drawings; nothing where it has
 * none. Rendered while the site is built.
 * @param file the text, from the project's root, such as "content/stages/02-normalize.mdx"
 */
export async function Measurements({ file }: { readonly file: string }) {
  const claims = claimsIn(await readFile(join(process.cwd(), file), 'utf8')).filter(isClaimId);
  if (claims.length === 0) return null;
  return (
    <section className={styles.measurements} aria-labelledby="measurements">
      <h2 id="measurements">{words.title()}</h2>
      <p>{words.intro()}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim} id={`measured-${claim}`}>
            {words[claim]()}: <b className="number">{formatClaim(claim)}</b> <Images of={claim} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const countedOn = (of: ClaimId, { images, originals }: ImageCount): string =>
  isOfPhotographs(of)
    ? words.photographs({ images: formatCount(images) })
    : words.images({ images: formatCount(images), originals: formatCount(originals) });

function Images({ of }: { readonly of: ClaimId }) {
  const counted = imagesOfClaim(of);
  return <span className="label">{counted ? countedOn(of, counted) : words.layers()}</span>;
}
