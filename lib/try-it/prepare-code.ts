import { parser } from '@lezer/javascript';
import { WATCH } from './inside';

type Tree = ReturnType<typeof parser.parse>;

/** What runs again and again: a loop's body, and what functions that call themselves without end come back to. */
const REPEATED = ['WhileStatement', 'DoStatement', 'ForStatement', 'CatchClause', 'FinallyClause'];
const CALLS = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'];
const MODULES = ['ImportDeclaration', 'ExportDeclaration', 'DynamicImport'];

/** What can be known of code before it runs. */
export interface PreparedCode {
  /** The line of the first import or export; null where there is none. */
  readonly importLine: number | null;
  /** The same code, in the same lines, that calls {@link WATCH} in each turn of a loop, and hands it what it throws and what it leaves unused. */
  readonly code: string;
}

/**
 * Reads code before it runs. The interpreter knows the line of a call, but neither that of a loop which only turns nor
 * that of a `throw` of something without a stack; and nobody hears of a promise that fails. With calls in their places
 * all of these have a line. Code that can't be read is left as it is.
 */
export function prepareCode(code: string): PreparedCode {
  const tree = parsed(code);
  if (!tree) return { importLine: null, code };
  let importAt: number | null = null;
  let broken = false;
  let prepared = '';
  let done = 0;
  const parents: string[] = [];
  const insert = (at: number, text: string) => {
    prepared += code.slice(done, at) + text;
    done = at;
  };
  // Nodes are entered and left in the order of their text, so what is written around them is too.
  tree.iterate({
    enter({ type, from }) {
      if (type.isError) broken = true;
      if (MODULES.includes(type.name)) importAt ??= from;
      insert(from, callAround(type, parents.at(-1))?.[0] ?? '');
      parents.push(type.name);
    },
    leave({ type, to }) {
      parents.pop();
      insert(to, callAround(type, parents.at(-1))?.[1] ?? '');
    },
  });
  const importLine = importAt === null ? null : code.slice(0, importAt).split('\n').length;
  return { importLine, code: broken ? code : prepared + code.slice(done) };
}

/** The code as a tree; null where it is nested more deeply than the browser's stack allows to read. */
function parsed(code: string): Tree | null {
  try {
    return parser.parse(code);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What is written before and after a piece of code; null where nothing is. */
function callAround(type: Tree['type'], parent = ''): readonly [string, string] | null {
  if (REPEATED.includes(parent) && type.is('Statement')) return [`{${WATCH}.turn();`, '}'];
  if (parent === 'ThrowStatement' && type.is('Expression')) return [`${WATCH}.thrown((`, '))'];
  if (parent === 'ExpressionStatement' && CALLS.includes(type.name)) return [`${WATCH}.unused(`, ')'];
  return null;
}
