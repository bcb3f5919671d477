import { parser } from '@lezer/javascript';

/** What the code calls in each turn of each loop. */
export const TURN = '__turn';

const LOOPS = ['WhileStatement', 'DoStatement', 'ForStatement'];
const MODULES = ['ImportDeclaration', 'ExportDeclaration', 'DynamicImport'];

/** What can be told of code before it runs. */
export interface PreparedCode {
  /** The line of the first import or export; null where there is none. */
  readonly importLine: number | null;
  /** The same code, in the same lines, that calls {@link TURN} in each turn of a loop. */
  readonly code: string;
}

/**
 * Reads code before it runs. The interpreter knows the line of a call, but not that of a loop which only turns; with a
 * call in it, a loop that is stopped can be told at its line. Code that can't be read is left as it is.
 */
export function prepareCode(code: string): PreparedCode {
  const insertions: { readonly at: number; readonly text: string }[] = [];
  let importAt: number | null = null;
  let broken = false;
  parser.parse(code).iterate({
    enter({ type, name, from, node }) {
      if (type.isError) broken = true;
      if (MODULES.includes(name)) importAt ??= from;
      const body = LOOPS.includes(name) && node.getChildren('Statement').at(-1);
      if (body) insertions.push({ at: body.from, text: `{${TURN}();` }, { at: body.to, text: '}' });
    },
  });
  const importLine = importAt === null ? null : code.slice(0, importAt).split('\n').length;
  return { importLine, code: broken ? code : inserted(code, insertions) };
}

function inserted(
  code: string,
  insertions: readonly { readonly at: number; readonly text: string }[],
): string {
  const inOrder = insertions.toSorted((one, other) => one.at - other.at);
  let done = 0;
  const parts = inOrder.map(({ at, text }) => {
    const part = code.slice(done, at) + text;
    done = at;
    return part;
  });
  return parts.join('') + code.slice(done);
}
