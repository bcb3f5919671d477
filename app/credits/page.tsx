import type { Metadata } from 'next';
import { PICTURE_SIDE } from '@/lib/data/picture';
import { readPictureCredits } from '@/lib/data/picture-credits';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/data/picture-sets';
import styles from './Credits.module.css';
import { type PackageCredit, readPackageCredits } from './package-credits';

export const metadata: Metadata = {
  title: 'Credits',
  description: 'Whose drawings, fonts and libraries this site is made with, and on which terms.',
};

export default async function Credits() {
  const [pictures, { fonts, libraries }] = await Promise.all([readPictureCredits(), readPackageCredits()]);
  return (
    <div className="column">
      <h1>Credits</h1>
      <p>
        This site stands on the work of others, who gave it to everyone under open licences. The lists below
        are read from the packages themselves when the site is built.
      </p>

      <h2 id="pictures">Pictures</h2>
      <p>
        The {TRAINING_COUNT.toLocaleString('en')} training pictures, the {HELD_OUT_COUNT} held-out pictures
        and the samples are made from these emoji sets. The drawings were changed: scaled down to{' '}
        {PICTURE_SIDE} x {PICTURE_SIDE} pixels, turned, moved, mirrored, recoloured, put on a background and
        given some grain.
      </p>
      <Table
        labelledBy="pictures"
        head={['Set', 'Artist', 'Licence', 'Used for']}
        rows={pictures.map(({ name, url, author, licence, licenceUrl, heldOut }) => ({
          key: name,
          cells: [
            link(url, name),
            author,
            link(licenceUrl, licence),
            heldOut ? 'held-out pictures' : 'training',
          ],
        }))}
      />

      <h2 id="fonts">Fonts</h2>
      <PackageTable labelledBy="fonts" packages={fonts} />

      <h2 id="libraries">Libraries</h2>
      <PackageTable labelledBy="libraries" packages={libraries} />
    </div>
  );
}

const link = (url: string, text: string) => (
  <a href={url} rel="noreferrer">
    {text}
  </a>
);

function PackageTable({ labelledBy, packages }: { labelledBy: string; packages: readonly PackageCredit[] }) {
  return (
    <Table
      labelledBy={labelledBy}
      head={['Package', 'Version', 'Author', 'Licence']}
      rows={packages.map(({ name, url, version, author, licence }) => ({
        key: name,
        cells: [
          link(url, name),
          <span key="version" className="number">
            {version}
          </span>,
          author ?? 'its contributors',
          licence,
        ],
      }))}
    />
  );
}

interface TableProps {
  readonly labelledBy: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[];
}

/** Scrolls sideways by itself where the page is narrow. */
function Table({ labelledBy, head, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-labelledby={labelledBy} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={head[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
