/** Changes of a single setting of a layer that may mend a network: smaller numbers, or those of a new layer. */
import { formatCount } from '@/lib/format/format';
import { isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import names from '@/words/layer-settings';
import { fitting } from '../parts/builder';
import type { SettingForm, SettingName } from '../parts/setting';
import { asSides, formatSides, sidesOf } from '../parts/sides';
import type { Layer } from '../types';
import { freshLayer, type LayerSetting, settingOf, settingsOf } from './builders';

/** A changed layer, and what the button says that changes it. */
export interface Changed {
  readonly layer: Layer;
  readonly words: string;
}

/** A setting that is a number, or the sides of a window, and what less of it is. */
export interface Less {
  readonly name: SettingName;
  readonly form: SettingForm;
  /** As little as in a new layer, or as the layer has where that is less. */
  readonly modest: Changed;
  /** Down to the least, each about half of the one before. */
  readonly steps: readonly Changed[];
}

/** Settings have a sentence of their own where that reads better than their name. */
const SENTENCES: { readonly [N in SettingName]?: (text: string) => string } = {
  filters: (text) => words.filters({ filters: formatCount(Number(text)) }),
  units: (text) => words.units({ units: formatCount(Number(text)) }),
  kernel: (text) => words.kernel({ size: formatSides(numbersIn(text)) }),
  size: (text) => words.window({ size: formatSides(numbersIn(text)) }),
  padding: (text) => words.padding({ padding: text }),
};

function changed(setting: LayerSetting, text: string): Changed | null {
  const layer = setting.write(text);
  const { name } = setting;
  return (
    layer && { layer, words: SENTENCES[name]?.(text) ?? words.field({ setting: names[name](), value: text }) }
  );
}

/** The sides in the text of a setting: one number for both, or height and width. */
function numbersIn(text: string) {
  const [height, width = height] = text.split('×').map(Number);
  return asSides(height, width);
}
const textOf = (height: number, width: number): string => [asSides(height, width)].flat().join(' × ');

/** A number halved again and again, down to the least that there may be. */
function halvings(n: number, least: 0 | 1): readonly number[] {
  if (n <= least) return [];
  const half = least === 1 ? Math.ceil(n / 2) : Math.floor(n / 2);
  return [half, ...halvings(half, least)];
}

/** Windows with sides halved again and again, beginning with what fits on the maps. */
function windowsBelow(text: string, input: Shape): readonly string[] {
  const sides = numbersIn(text);
  const [height, width] = sidesOf(isMap(input) ? fitting(sides, input) : sides);
  const [down, across] = [halvings(height, 1), halvings(width, 1)];
  const more = Array.from({ length: Math.max(down.length, across.length) }, (_, at) =>
    textOf(down[at] ?? 1, across[at] ?? 1),
  );
  return [textOf(height, width), ...more].filter((one) => one !== text);
}

/** The texts of smaller values, the nearest first. */
function textsBelow({ form, text }: LayerSetting, input: Shape): readonly string[] {
  if (form === 'sides') return windowsBelow(text, input);
  if (form === 'count') return halvings(Number(text), 1).map(String);
  return form === 'whole' ? halvings(Number(text), 0).map(String) : [];
}

const atMost = (text: string, most: string): string => {
  const [height, width] = sidesOf(numbersIn(text));
  const [tall, wide] = sidesOf(numbersIn(most));
  return textOf(Math.min(height, tall), Math.min(width, wide));
};

/** What less of each numeric setting of a layer on this input is; nothing for a setting that has its least value. */
export const lessOf = (layer: Layer, input: Shape): readonly Less[] =>
  settingsOf(layer).flatMap((setting) => {
    const steps = textsBelow(setting, input)
      .map((text) => changed(setting, text))
      .filter((step) => step !== null);
    if (steps.length === 0) return [];
    const usual = settingOf(freshLayer(layer.kind), setting.name)?.text ?? setting.text;
    const modest = changed(setting, atMost(setting.text, usual));
    return modest ? { name: setting.name, form: setting.form, modest, steps } : [];
  });

/** The layer with one setting as in a new layer, for each setting in which it differs from one. */
export const asNew = (layer: Layer): readonly Changed[] =>
  settingsOf(layer).flatMap((setting) => {
    const usual = settingOf(freshLayer(layer.kind), setting.name)?.text;
    return usual && usual !== setting.text ? (changed(setting, usual) ?? []) : [];
  });

/** The least side of a window that still looks at neighbours all around. */
const SMALL = 3;

/** What may mend a layer whose window is larger than its maps: smaller windows, or padding around the maps. */
export function windowMends(layer: Layer, input: Shape): readonly Changed[] {
  const sides = lessOf(layer, input).find(({ form }) => form === 'sides');
  if (!sides) return [];
  const isSmall = (step: Changed) =>
    Math.min(...sidesOf(numbersIn(settingOf(step.layer, sides.name)?.text ?? ''))) < SMALL;
  const padding = settingOf(layer, 'padding');
  const padded = padding && changed(padding, 'same');
  // The first is the largest window that fits.
  const [first, ...further] = sides.steps;
  const small = further.filter(isSmall);
  return [first, ...further.filter((step) => !isSmall(step)), ...(padded ? [padded] : []), ...small];
}
