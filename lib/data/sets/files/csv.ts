/** Tables of files and labels (RFC 4180, with "," ";" or a tab between the cells). */

import type { Split } from '../labelled-set';
import { splitNamed } from './folders';

/** What a table says about one file. */
export interface Row {
  readonly file: string;
  readonly label: string;
  readonly split: Split | null;
}

const FILE = /^(file|image|img|path|id|name)([ _-]?(name|path|id|file|s))*$/i;
const LABEL = /^(label|class|category|target|breed|species|y)([ _-]?(name|id|s))*$/i;
const SPLIT = /^(data[ _-]?set|split|subset|set|usage|phase)$/i;

/** The cells of a text. Quoted ones may hold separators, quotes (doubled) and line breaks. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  const body = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < body.length || row.length > 0) {
    const found = cell.exec(body);
    if (!found) break;
    row.push(found[1] === undefined ? found[2].trim() : found[1].replaceAll('""', '"'));
    if (found[3] === separator) continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** The one that the first line has most of; of as many of several, the one that is rarer in names. */
function separatorOf(text: string): string {
  const [line] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => line.split(separator).length;
  return ['\t', ';', ','].reduce((most, one) => (count(one) > count(most) ? one : most));
}

/**
 * The files and labels of a table; null where it names none. Its first line may name the columns; otherwise the first is the
 * file and the second the label. `isFile`: whether a cell is the name of one of the images.
 */
export function readTable(text: string, isFile: (cell: string) => boolean): readonly Row[] | null {
  const [head, ...body] = cellsOf(text);
  if (!head || head.length < 2) return null;
  const find = (pattern: RegExp) => head.findIndex((name) => pattern.test(name.trim()));
  const named = { file: find(FILE), label: find(LABEL), split: find(SPLIT) };
  const hasHead = named.label >= 0 && !head.some(isFile);
  const sample = (hasHead ? body : [head, ...body]).slice(0, 50);
  const byCells = head.findIndex((_, column) => sample.some((row) => isFile(row[column] ?? '')));
  const file = hasHead && named.file >= 0 ? named.file : byCells;
  const label = hasHead ? named.label : file === 0 ? 1 : 0;
  if (file < 0 || file === label) return null;
  return (hasHead ? body : [head, ...body]).flatMap((row) => {
    const [name, value] = [row[file] ?? '', row[label] ?? ''];
    if (name === '' || value === '') return [];
    return { file: name, label: value, split: named.split < 0 ? null : splitNamed(row[named.split] ?? '') };
  });
}
