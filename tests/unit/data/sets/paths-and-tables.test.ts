import { describe, expect, it } from 'vitest';
import { openContainer } from '@/lib/data/archives/open-container';
import { cellsOf, readTable } from '@/lib/data/sets/files/csv';
import { namedClasses, placesOf, splitNamed } from '@/lib/data/sets/files/folders';
import { tarOf } from './support/tar';

const described = (...paths: string[]) =>
  placesOf(paths).map(({ label, split }) => `${label ?? '-'} ${split ?? '-'}`);

describe('the class of an image', () => {
  it('is its folder, below whatever folders all have in common', () => {
    expect(described('cat/1.png', 'dog/2.png')).toEqual(['cat -', 'dog -']);
    expect(described('a/b/cat/1.png', 'a/b/dog/2.png')).toEqual(['cat -', 'dog -']);
    expect(described('a/cat/1.png', 'a/cat/2.png')).toEqual(['cat -', 'cat -']);
    expect(described('a/cat/young/1.png', 'a/dog/2.png')).toEqual(['cat -', 'dog -']);
    expect(described('a/1.png', 'a/cat/2.png')).toEqual(['- -', 'cat -']);
    expect(described('1.png')).toEqual(['- -']);
  });

  it('lies below or above the folders of the splits', () => {
    expect(described('x/train/cat/1.png', 'x/test/cat/2.png', 'x/val/dog/3.png')).toEqual([
      'cat training',
      'cat test',
      'dog validation',
    ]);
    expect(described('cat/train/1.png', 'dog/test/2.png')).toEqual(['cat training', 'dog test']);
    expect(described('train/cat/1.png', 'train/dog/2.png')).toEqual(['cat training', 'dog training']);
    expect(described('train/cat/1.png', 'train/dog/1.png', 'test/2.png')).toEqual([
      'cat training',
      'dog training',
      '- test',
    ]);
  });

  it('may have images beside the folders of the splits', () => {
    const paths = ['x/train/cat/1.png', 'x/test/dog/2.png', 'x/cat/3.png', 'x/dog/4.png'];
    expect(described(...paths)).toEqual(['cat training', 'dog test', 'cat -', 'dog -']);
    // Where others than the classes lie beside it, it is a class itself.
    expect(described('x/train/old/1.png', 'x/car/2.png')).toEqual(['train -', 'car -']);
  });

  it('may be called like a split', () => {
    expect(described('train/1.png', 'car/2.png')).toEqual(['train -', 'car -']);
    expect(splitNamed('Testdaten')).toBe('test');
    expect(splitNamed('Trainingsdaten')).toBe('training');
    expect(splitNamed('Validierung')).toBe('validation');
    expect(splitNamed('Training_set')).toBe('training');
    expect(splitNamed('trainer')).toBeNull();
  });

  it('is sorted as numbers where all are numbers, and told apart by more than capitals', () => {
    expect(namedClasses(['10', '9', '1']).classes).toEqual(['1', '9', '10']);
    const { classes, labelOf, alike } = namedClasses(['dog', 'Cat', 'cat', 'CAT']);
    expect(classes).toEqual(['CAT', 'dog']);
    expect([...'CAT Cat cat dog'.split(' ')].map((name) => labelOf.get(name))).toEqual([0, 0, 0, 1]);
    expect(alike).toEqual([['CAT', 'Cat', 'cat']]);
  });
});

describe('tables', () => {
  it('have quoted cells, and commas, semicolons or tabs between them', () => {
    expect(cellsOf('a,"b ""c"", d"\r\n1,\n\n')).toEqual([
      ['a', 'b "c", d'],
      ['1', ''],
    ]);
    expect(cellsOf('\uFEFFa;b\n"x\ny";z')).toEqual([
      ['a', 'b'],
      ['x\ny', 'z'],
    ]);
    expect(cellsOf('a\tb,c')).toEqual([['a', 'b,c']]);
  });

  it('name their columns, or don’t', () => {
    const isFile = (cell: string) => /^\d+(\.png)?$/.test(cell);
    const row = (file: string, label: string) => ({ file, label, split: null });
    expect(readTable('id,breed\n1,pug\n2,boxer', isFile)).toEqual([row('1', 'pug'), row('2', 'boxer')]);
    expect(readTable('1.png,pug\n2.png,boxer', isFile)).toEqual([row('1.png', 'pug'), row('2.png', 'boxer')]);
    expect(readTable('pug,1.png', isFile)).toEqual([row('1.png', 'pug')]);
    expect(readTable('Label,Image Path\npug,1.png', isFile)).toEqual([row('1.png', 'pug')]);
    expect(readTable('Foto;Tier;Teil\n1.png;Mops;Test\n2.png;Boxer;Training', isFile)).toEqual([
      { ...row('1.png', 'Mops'), split: 'test' },
      { ...row('2.png', 'Boxer'), split: 'training' },
    ]);
    // A file that isn't there is no head, and neither is a number a name.
    expect(readTable('1.png,pug\nnowhere.png,boxer', isFile)).toHaveLength(2);
    expect(readTable(',file_name,label_id,label\n0,1.png,7,pug', isFile)).toEqual([row('1.png', 'pug')]);
    expect(readTable('label,file,label_name\n7,1.png,pug', isFile)).toEqual([row('1.png', 'pug')]);
    expect(readTable('a,b\nc,d', isFile)).toBeNull();
    expect(readTable('', isFile)).toBeNull();
  });
});

describe('tar archives', () => {
  it.each([false, true])('have names of any length (pax: %s)', async (pax) => {
    const path = `${'long/'.repeat(60)}name.png`;
    const bytes = Uint8Array.of(1, 2, 3);
    const tar = tarOf(
      [
        { path, bytes },
        { path: 'short.png', bytes },
      ],
      pax,
    );
    const { files } = await openContainer([{ name: 'a', file: new Blob([tar]) }]);
    expect([0, 1].map((at) => [files.path(at), files.size(at)])).toEqual([
      [path, 3],
      ['short.png', 3],
    ]);
    expect(files).toHaveLength(2);
  });
});
