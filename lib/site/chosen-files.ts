/** Several files at once, from an input or a drop, with their paths in their folder. */

/** A file that was chosen or dropped, with its path in its folder: "tinyvgg/model.json". */
export interface ChosenFile {
  readonly name: string;
  readonly file: Blob;
}

/** More files than a network is parted into, unless the caller names a limit; a whole disk that was dropped by mistake is not walked through. */
const MOST_FILES = 2000;

/** What was chosen or dropped. */
export interface Chosen {
  readonly files: readonly ChosenFile[];
  /** The paths of files and folders that can't be opened. */
  readonly lost: readonly string[];
  /** The paths of folders of which only some entries could be read. */
  readonly partly: readonly string[];
  /** The paths of folders without a file of their own; an input doesn't tell of them. */
  readonly folders: readonly string[];
  /** Whether there are more files than are taken. */
  readonly more: boolean;
}

/** The files that an input holds; of a folder, with their paths in it. */
export function filesOfInput(files: FileList | null, most = MOST_FILES): Chosen {
  const all = [...(files ?? [])];
  return {
    files: all.slice(0, most).map((file) => ({ name: file.webkitRelativePath || file.name, file })),
    lost: [],
    partly: [],
    folders: [],
    more: all.length > most,
  };
}

/** The files of a drop or a paste, those in folders too. Call it while the event lasts. */
export function filesOfTransfer({ items, files }: DataTransfer, most = MOST_FILES): Promise<Chosen> {
  const entries = [...items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = filesOfInput(files, most);
  // A pasted file has no entry.
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(plain);
  return walked(
    entries.filter((entry) => entry !== null),
    most,
  );
}

/** The files below some entries, and the folders that may be empty. */
async function walked(entries: readonly FileSystemEntry[], most: number): Promise<Chosen> {
  const files: ChosenFile[] = [];
  const lost: string[] = [];
  const partly: string[] = [];
  const folders: string[] = [];
  let more = false;
  const open = [...entries];
  const pathOf = ({ fullPath }: FileSystemEntry) => fullPath.replace(/^\//, '');
  // Neither taken from the front nor spread: a folder may hold more entries than a call has room for.
  for (let at = 0; at < open.length && !more; at++) {
    const entry = open[at];
    if (isFolder(entry)) {
      const { inside, whole } = await entriesOf(entry, most);
      for (const one of inside) open.push(one);
      if (whole && !inside.some(isFile)) folders.push(pathOf(entry));
      if (!whole) (inside.length > 0 ? partly : lost).push(pathOf(entry));
    } else if (files.length >= most) {
      // Only a file is one too many: folders that are still to be looked into may be empty.
      more = true;
    } else if (isFile(entry)) {
      const file = await fileOf(entry);
      if (file) files.push({ name: pathOf(entry), file });
      else lost.push(pathOf(entry));
    }
  }
  return { files, lost, partly, folders, more };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** A folder's reader returns its entries in parts, and none when there are no more. It may fail in between. */
async function entriesOf(folder: FileSystemDirectoryEntry, most: number) {
  const reader = folder.createReader();
  const part = () =>
    new Promise<readonly FileSystemEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null)),
    );
  const inside: FileSystemEntry[] = [];
  let some = await part();
  for (; some && some.length > 0 && inside.length <= most; some = await part())
    for (const one of some) inside.push(one);
  return { inside, whole: some !== null };
}
