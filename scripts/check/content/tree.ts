/** A text in MDX as a tree, as far as the checks need it. */
import { createProcessor } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';

export interface Node {
  readonly type: string;
  readonly position?: { readonly start: { readonly line: number } };
  readonly children?: readonly Node[];
  readonly name?: string | null;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly depth?: number;
  readonly url?: string;
  readonly alt?: string | null;
  /** The text of a leaf: of the front matter its lines, of a formula or code its content. */
  readonly value?: string;
}

export interface ContentFault {
  /** Counted from 1. */
  readonly line: number;
  readonly sentence: string;
}

/** What the parser throws: its place is a point or a range, or is only in its message, as "(3:1-3:25)". */
interface Unreadable {
  readonly place?: { readonly line?: number; readonly start?: { readonly line: number } };
  readonly reason?: string;
}

const processor = createProcessor({ remarkPlugins: [remarkFrontmatter, remarkMath] });

/** The tree of a text in MDX, or why there is none. */
export function readText(text: string): { readonly root: Node } | { readonly fault: ContentFault } {
  try {
    return { root: processor.parse(text) as Node };
  } catch (error) {
    const { place, reason } = error as Unreadable;
    const inWords = /\((\d+):/.exec(reason ?? '')?.[1];
    const line = place?.start?.line ?? place?.line ?? Number(inWords ?? 1);
    return { fault: { line, sentence: `This can’t be read: ${reason ?? String(error)}.` } };
  }
}

/** A node and all below it, in the order of the text. */
export const flat = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(flat)];

export const lineOf = ({ position }: Node): number => position?.start.line ?? 1;
export const fault = (node: Node, sentence: string): ContentFault => ({ line: lineOf(node), sentence });

export const isJsx = ({ type }: Node): boolean =>
  type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';

/** The text of a component's attribute; null where it is missing or isn't text. */
export function attribute({ attributes }: Node, name: string): string | null {
  const found = attributes?.find((one) => one.name === name)?.value;
  return typeof found === 'string' ? found : null;
}
