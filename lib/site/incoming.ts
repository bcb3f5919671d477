import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/incoming';

/**
 * The single file of a drop or a paste; a sentence where there is none, or more than one. Call it while the
 * event lasts.
 */
export function fileIn({ items, files }: DataTransfer): Result<File> {
  const [file] = files;
  if (!file) return fail(words.onlyFiles());
  if (files.length > 1) return fail(words.several({ count: files.length }));
  const item = [...items].find(({ kind }) => kind === 'file');
  return item?.webkitGetAsEntry()?.isDirectory ? fail(words.folder({ name: file.name })) : ok(file);
}
