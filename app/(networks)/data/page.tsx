import type { Metadata } from 'next';
import { CameraPart } from '@/components/explore/data/camera/CameraPart';
import data from '@/components/explore/data/Data.module.css';
import { KeptSets } from '@/components/explore/data/KeptSets';
import { PadPart } from '@/components/explore/data/pad/PadPart';
import { ReadSet } from '@/components/explore/data/ReadSet';
import { ShippedSet } from '@/components/explore/data/ShippedSet';
import { SiteSets } from '@/components/explore/data/SiteSets';
import { TrainOnSet } from '@/components/explore/data/train/TrainOnSet';
import styles from '@/components/explore/open/Open.module.css';
import { DataCard, ORIGINALS } from '@/components/mdx/claims/DataCard';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import words from '@/words/data-page';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function DataPage() {
  return (
    <div className="wide">
      <PageHead page="/data/" title={words.title()} />
      <div className={styles.intro}>
        <p>{words.intro()}</p>
        <p>{words.formats()}</p>
      </div>
      <Part name={parts.readSet()}>
        <ReadSet />
      </Part>
      <Part name={parts.camera()}>
        <div className={data.camera}>
          <CameraPart />
        </div>
      </Part>
      <Part name={parts.drawnSet()}>
        <div className={data.pad}>
          <PadPart />
        </div>
      </Part>
      <Part name={parts.keptSets()}>
        <KeptSets />
      </Part>
      <Part name={parts.trainOnSet()}>
        <TrainOnSet />
      </Part>
      <Part name={words.siteSets()}>
        <SiteSets />
      </Part>
      <Part name={words.shipped()}>
        <ShippedSet originals={ORIGINALS}>
          <DataCard />
        </ShippedSet>
      </Part>
      <NextStep to={['build', 'train']} />
    </div>
  );
}
