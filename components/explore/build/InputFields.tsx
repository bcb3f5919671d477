'use client';

import { LARGEST_SIDE } from '@/lib/network/edit/draft';
import { edit } from '@/lib/store/explore/build';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/layer-settings';
import styles from './Build.module.css';
import { TypedField } from './LayerFields';

/** Grey, colour, colour with opacity. */
const CHANNELS = [1, 3, 4];

/** The size of the images that a network takes. */
export function InputFields({ input }: { readonly input: MapShape }) {
  const [height, width, channels] = input;
  const resize = (next: MapShape, about: string) => edit({ type: 'resize', input: next }, about);
  const side = (name: string, now: number, shape: (side: number) => MapShape) => (
    <TypedField
      name={name}
      label={name}
      text={String(now)}
      takes={words.side({ setting: name, most: LARGEST_SIDE })}
      write={(text) => {
        const cells = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
        const isValid = cells >= 1 && cells <= LARGEST_SIDE;
        if (isValid) resize(shape(cells), name);
        return isValid;
      }}
    />
  );
  const options = CHANNELS.includes(channels) ? CHANNELS : [...CHANNELS, channels];
  return (
    <>
      {side(words.height(), height, (cells) => [cells, width, channels])}
      {side(words.width(), width, (cells) => [height, cells, channels])}
      <label className={styles.field}>
        <span>{words.channels()}</span>
        <select
          value={channels}
          onChange={({ currentTarget: { value } }) => resize([height, width, Number(value)], 'channels')}
        >
          {options.map((count) => (
            <option key={count} value={count}>
              {words.channelsOf({ count: String(count) })}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
