import type { Metadata } from 'next';
import { NextStep } from '@/components/site/NextStep';
import { ScrollBox } from '@/components/site/ScrollBox';
import { PageHead } from '@/components/site/walk/PageHead';
import { readImageCredits } from '@/lib/course/image-credits';
import { IMAGE_SIDE, TEST_COUNT, TRAINING_COUNT, VALIDATION_COUNT } from '@/lib/course/image-sets';
import { readPhotographCredits } from '@/lib/course/photograph-credits';
import { formatCount, formatShape } from '@/lib/format/format';
import words from '@/words/credits';
import { LOCALE } from '@/words/locale';
import styles from './Credits.module.css';
import { type PackageCredit, readPackageCredits } from './package-credits';

/** For images under several licences: the packages join their names in English. */
const LICENCES = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default async function Credits() {
  const [images, photographs, { fonts, libraries }] = await Promise.all([
    readImageCredits(),
    readPhotographCredits(),
    readPackageCredits(),
  ]);
  return (
    <div className="column">
      <PageHead page="/credits/" title={words.title()} lookedUp />
      <p>{words.intro()}</p>

      <h2 id="pictures">{words.images()}</h2>
      <p>
        {words.howMade({
          training: formatCount(TRAINING_COUNT),
          validation: formatCount(VALIDATION_COUNT),
          test: formatCount(TEST_COUNT),
          size: formatShape([IMAGE_SIDE, IMAGE_SIDE]),
        })}
      </p>
      <Table
        labelledBy="pictures"
        head={[words.set(), words.artist(), words.licence(), words.usedFor()]}
        rows={images.map(({ name, url, author, licence, licenceUrl, test }) => ({
          key: name,
          cells: [
            url ? link(url, name) : words.ownDrawings(),
            url ? author : words.ownAuthors(),
            link(licenceUrl, licence),
            test ? words.test() : words.training(),
          ],
        }))}
      />

      <h2 id="photographs">{words.photographs()}</h2>
      <p>{words.views({ size: formatShape([IMAGE_SIDE, IMAGE_SIDE]) })}</p>
      <Table
        labelledBy="photographs"
        head={[words.photograph(), words.photographer(), words.licence()]}
        rows={photographs.map(({ name, url, author, licence }) => ({
          key: name,
          cells: [
            <span key="name" lang="en">
              {link(url, name)}
            </span>,
            author,
            LICENCES.format(licence.split(' AND ')),
          ],
        }))}
      />

      <h2 id="fonts">{words.fonts()}</h2>
      <PackageTable labelledBy="fonts" packages={fonts} />

      <h2 id="libraries">{words.libraries()}</h2>
      <PackageTable labelledBy="libraries" packages={libraries} />
      <NextStep to={['takeHome', 'networks']} />
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
      head={[words.package(), words.version(), words.author(), words.licence()]}
      rows={packages.map(({ name, url, version, author, licence }) => ({
        key: name,
        cells: [
          <span key="name" lang="en">
            {link(url, name)}
          </span>,
          <span key="version" className="number">
            {version}
          </span>,
          author ? (
            <span key="author" lang="en">
              {author}
            </span>
          ) : (
            words.contributors()
          ),
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
    <ScrollBox labelledBy={labelledBy} className={styles.scroll}>
      <table className={`table-words ${styles.table}`}>
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
    </ScrollBox>
  );
}
