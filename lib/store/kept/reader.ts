/* Reads what this browser has stored: apart from the ledger, because a first visit has nothing to read. */
import * as v from 'valibot';
import words from '@/words/kept-form';
import { type KeptForm, readForm, withoutWrong } from './kept-form';
import type { Reader } from './ledger';

const Tabs = v.fallback(v.object({ tabs: v.array(v.tuple([v.string(), v.number()])) }), { tabs: [] });

/** What reads the stored states of a form. Invalid entries are left out; a newer version's state stays untouched. */
export const readerOf =
  <T>(form: KeptForm<T>): Reader<T> =>
  (text) => {
    const read = readForm(form, text);
    if (read.is === 'newer') return { is: 'closed', sentence: words.newerKept() };
    if (read.is === 'cut off') return null;
    const { tabs } = v.parse(Tabs, read.json);
    if (read.is === 'read') return { is: 'open', state: read.state, tabs, mended: null };
    const mended = v.safeParse(form.schema, withoutWrong(read.json, read.issues));
    return mended.success ? { is: 'open', state: mended.output, tabs, mended: words.mended() } : null;
  };
