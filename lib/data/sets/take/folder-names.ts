/** What every system allows in the name of a folder. The rest is in the card. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const RESERVED =
  /^(con|prn|aux|nul|com\d|lpt\d|__macosx|train|training|val|valid|validation|dev|test|testing|eval)$/i;
const LONGEST = 80;

/**
 * A folder for each class, called as the class is where that can be. Two are never the same, whatever the capitals; and none is
 * hidden, or called as a split.
 */
export function folderNames(classes: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return classes.map((name, label) => {
    const plain = name
      .replace(FORBIDDEN, '-')
      .slice(0, LONGEST)
      .replace(/^[.\s]+|[.\s]+$/g, '');
    const usable = plain !== '' && !RESERVED.test(plain.replace(/[\s_-]*(set|data|images)$/i, ''));
    const wanted = usable ? plain : `class-${label}-${plain}`.replace(/-$/, '');
    let folder = wanted;
    for (let nth = 2; taken.has(folder.normalize('NFC').toLowerCase()); nth++) folder = `${wanted}-${nth}`;
    taken.add(folder.normalize('NFC').toLowerCase());
    return folder;
  });
}
