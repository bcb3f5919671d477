import { useState } from 'react';
import { ClassField } from '@/components/controls/ClassField';
import { FileChooser } from '@/components/controls/FileChooser';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import type { Chosen } from '@/lib/site/chosen-files';
import { leftOut } from '@/lib/site/left-out';
import { addImages } from '@/lib/store/explore/clinic';
import { readAdded } from '@/lib/store/explore/read-added';
import { subjectStore } from '@/lib/store/subject/subject';
import words from '@/words/clinic';
import styles from './Clinic.module.css';

/** A few at a time: they are read one after the other. */
const MOST = 200;

interface Props {
  readonly set: string;
  readonly subject: string;
  /** The class to begin with. */
  readonly label: number;
}

/** Images like the one that was mistaken, from files. */
export function AddImages({ set, subject, label }: Props) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const [chosen, setChosen] = useState(label);
  const [state, setState] = useState<'busy' | readonly string[]>([]);
  async function add(chosenFiles: Chosen) {
    const { files } = chosenFiles;
    if (files.length === 0 || state === 'busy') return;
    setState('busy');
    const read = await readAdded(set, files, chosen);
    // Meanwhile the page may have turned to another network, whose changes these are none of.
    if (read.ok && subjectStore.getState().subject.id === subject) addImages(subject, read.value.images);
    setState([...leftOut(chosenFiles), ...(read.ok ? read.value.problems : [read.problem.sentence])]);
  }
  return (
    <>
      <div className={styles.row}>
        <ClassField label={words.addTo()} classes={classes} chosen={chosen} onChoose={setChosen} />
        <FileChooser
          word={words.add()}
          label={words.addFiles({ name: classWord(classes[chosen]) })}
          most={MOST}
          onFiles={(files) => void add(files)}
        />
      </div>
      <p role="alert" className={styles.problem}>
        {state === 'busy' ? words.reading() : state.join(' ')}
      </p>
    </>
  );
}
