/** Tables of files and labels (RFC 4180, with "," ";" or a tab between the cells). */

import type { Split } from '../labelled-set';
import { splitNamed } from './folders';

/** What a table says about one file. */
export interface Row {
  readonly file: string;
  readonly label: string;
  readonly split: Split | null;
}

const FILE = /^(file|image|img|path|id|name|datei|bild|pfad)([ _-]?(name|path|id|file|s|datei))*$/i;
const LABEL = /^(label|class|category|target|breed|species|y|klassen?|kategorie)([ _-]?(name|id|s))*$/i;
const SPLIT = /^(data[ _-]?set|split|subset|set|usage|phase|teil|teilmenge|aufteilung)$/i;

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
 * The files and labels of a table; null where it names none. Its first line may name the columns; otherwise the label stands
 * first, or after the file where that does. `isFile`: whether a cell is the name of one of the images.
 */
export function readTable(text: string, isFile: (cell: string) => boolean): readonly Row[] | null {
  const [head, ...body] = cellsOf(text);
  if (!head || head.length < 2) return null;
  const sample = body.slice(0, 50);
  const hasFiles = (column: number) => sample.some((row) => isFile(row[column] ?? ''));
  const holding = head.findIndex((cell, column) => isFile(cell) || hasFiles(column));
  // A line that names none of the images, above lines that do, is the head in whatever language.
  const hasHead = !head.some(isFile) && (holding >= 0 || head.some((name) => LABEL.test(name.trim())));
  const columns = (pattern: RegExp) =>
    hasHead ? head.flatMap((name, column) => (pattern.test(name.trim()) ? [column] : [])) : [];
  const [named, [split]] = [columns(FILE), columns(SPLIT)];
  const file = named.find(hasFiles) ?? (holding < 0 ? named[0] : holding);
  if (file === undefined) return null;
  const label = labelAmong(columns(LABEL), head) ?? (file === 0 ? 1 : 0);
  if (file === label) return null;
  return (hasHead ? body : [head, ...body]).flatMap((row) => {
    const [name, value] = [row[file] ?? '', row[label] ?? ''];
    if (name === '' || value === '') return [];
    return { file: name, label: value, split: split === undefined ? null : splitNamed(row[split] ?? '') };
  });
}

/** The column of the label among those that are called like one: a name says more than a number. */
function labelAmong(columns: readonly number[], head: readonly string[]): number | undefined {
  const called = (pattern: RegExp) => columns.filter((column) => pattern.test(head[column].trim()));
  const numbers = called(/id$/i);
  return called(/name$/i)[0] ?? columns.find((column) => !numbers.includes(column)) ?? columns[0];
}
