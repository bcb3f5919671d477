/** The paths of files in folders and archives, with "/" between their parts. */

/** Whether a path stays below the folder that it starts from. */
export const staysBelow = (path: string): boolean =>
  path !== '' && !/^[/\\]|^[a-z]+:|\\|\0|(^|\/)\.\.(\/|$)/i.test(path);

/** The last part of a path: "model.json" of "tinyvgg/model.json". */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without the ending of its format: "train" of "train.tar.gz". */
export const stemOf = (path: string): string => baseName(path).replace(/(\.tar)?\.\w+$/i, '');

/** What systems leave beside a learner's files. */
const LEFT = /(^|\/)(\.|(__MACOSX|Thumbs\.db|desktop\.ini)(\/|$))/i;

/** Whether a file or one of its folders is hidden, or an operating system's own. */
export const isHidden = (path: string): boolean => LEFT.test(path);
