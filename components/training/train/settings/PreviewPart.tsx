import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import { useDataSet } from '@/components/state/hooks';
import { readSettings, type SettingsText, trainedOn } from '@/lib/run/settings';
import words from '@/words/augmentation-preview';
import styles from './Settings.module.css';

const AugmentationPreview = dynamic(
  again(() => import('./AugmentationPreview').then((module) => module.AugmentationPreview)),
);

/** Shows on request what the augmentation does to some of the set's own images; nothing where none is set. */
export function PreviewPart({ text }: { readonly text: SettingsText }) {
  const dataSet = useDataSet();
  const [open, setOpen] = useState(false);
  const { settings } = readSettings(text, trainedOn(dataSet));
  if (!settings?.mirror && !settings?.shift && !settings?.jitter) return null;
  return (
    <div className={styles.preview}>
      <button
        type="button"
        className="button-quiet"
        aria-expanded={open}
        onClick={() => setOpen((shown) => !shown)}
      >
        {open ? words.hide() : words.show()}
      </button>
      {open && <AugmentationPreview settings={settings} />}
    </div>
  );
}
