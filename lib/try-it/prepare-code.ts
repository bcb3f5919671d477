import { parser } from '@lezer/javascript';
import { WATCH } from './inside';

type Tree = ReturnType<typeof parser.parse>;

/** Code that can run endlessly: loop bodies, and the places that infinite recursion returns to. */
const REPEATED = ['WhileStatement', 'DoStatement', 'ForStatement', 'CatchClause', 'FinallyClause'];
const CALLS = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'];
const MODULES = ['ImportDeclaration', 'ExportDeclaration', 'DynamicImport'];

/** What can be determined about code before it runs. */
export interface PreparedCode {
  /** The line of the first import or export; null where there is none. */
  readonly importLine: number | null;
  /**
   * The same code, line by line, which also calls {@link WATCH} in each iteration of a loop, and passes it
   * what it throws and what it leaves unused.
   */
  readonly code: string;
}

/**
 * Prepares code before it runs. The interpreter knows the line of a call, but neither that of an endless loop
 * nor that of a `throw` of something without a stack; and nothing reports a promise that fails. With calls
 * inserted there, all of these have a line. Code that can't be parsed stays unchanged.
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
  // Nodes are entered and left in the order of the text, so the insertions around them are in order too.
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

/** The syntax tree of the code; null where it is nested too deeply for the browser's stack. */
function parsed(code: string): Tree | null {
  try {
    return parser.parse(code);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The insertions before and after a piece of code; null where there are none. */
function callAround(type: Tree['type'], parent = ''): readonly [string, string] | null {
  if (REPEATED.includes(parent) && type.is('Statement')) return [`{${WATCH}.turn();`, '}'];
  if (parent === 'ThrowStatement' && type.is('Expression')) return [`${WATCH}.thrown((`, '))'];
  if (parent === 'ExpressionStatement' && CALLS.includes(type.name)) return [`${WATCH}.unused(`, ')'];
  return null;
}
