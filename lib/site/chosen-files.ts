/** Several files at once, from an input or a drop, with their paths in their folder. */

/** A file that was chosen or dropped, with its path in its folder: "tinyvgg/model.json". */
export interface ChosenFile {
  readonly name: string;
  readonly file: Blob;
}

/** More files than a network is parted into, unless the caller names a limit; a whole disk that was dropped by mistake is not walked through. */
const MOST_FILES = 2000;

/** The files that an input holds; of a folder, with their paths in it. */
export const filesOfInput = (files: FileList | null, most = MOST_FILES): readonly ChosenFile[] =>
  [...(files ?? [])].slice(0, most).map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** The files of a drop or a paste, those in folders too. Call it while the event lasts. */
export function filesOfTransfer(
  { items, files }: DataTransfer,
  most = MOST_FILES,
): Promise<readonly ChosenFile[]> {
  const entries = [...items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = filesOfInput(files, most);
  // A pasted file has no entry.
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(plain);
  return walked(
    entries.filter((entry) => entry !== null),
    most,
  );
}

/** The files below some entries. What can't be read any more is left out: the reader says what is missing. */
async function walked(entries: readonly FileSystemEntry[], most: number): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const open = [...entries];
  // Neither taken from the front nor spread: a folder may hold more entries than a call has room for.
  for (let at = 0; at < open.length && found.length < most; at++) {
    const entry = open[at];
    if (isFolder(entry)) for (const inside of await entriesOf(entry, most)) open.push(inside);
    else if (isFile(entry)) {
      const file = await fileOf(entry);
      if (file) found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    }
  }
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** A folder's reader returns its entries in parts, and none when there are no more. */
async function entriesOf(
  folder: FileSystemDirectoryEntry,
  most: number,
): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const part = () =>
    new Promise<readonly FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
  const all: FileSystemEntry[] = [];
  for (let some = await part(); some.length > 0 && all.length < most; some = await part())
    for (const one of some) all.push(one);
  return all;
}
