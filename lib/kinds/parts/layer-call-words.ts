/** Messages about invalid options of a call that creates a layer. */
import words from '@/words/try-it-answers';

const list = (names: readonly string[]): string => names.join(', ');
/** The requirements on an option. */
export const COUNT = words.count();
export const SIDES = words.sides({ example: '[2, 3]' });
export const STRIDE = words.stride();
export const STRIDE_OF_OBLONG = words.strideOfOblong();
export const SHAPE = words.shape({ example: '[64, 64, 3]' });
export const SHARE = words.share();
export const SLOPE = words.slope();
export const POSITIVE = words.positive();
export const CELLS = words.cells();
export const NAME = words.name();
export const SCALE = words.scale();
export const OFFSET = words.offset();
export const oneOf = (names: readonly string[], last: string): string =>
  words.oneOf({ names: list(names), last });
export const YES_OR_NO = words.oneOf({ names: 'true', last: 'false' });
const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

export const noOptions = (call: string): string => words.noOptions({ call, example: `${call}({ … })` });
export const unknownOption = (call: string, option: string, options: readonly string[]): string =>
  words.unknownOption({ call, option: option.slice(0, 40), options: list(options) });
export const missingOption = (call: string, option: string): string => words.missingOption({ call, option });
export const wrongOption = (call: string, option: string, expected: string, value: unknown): string =>
  words.wrongOption({ option, call, expected, value: shown(value) });
