/** The faults of a lesson or a way to learn, line by line, worded for its author. */
import katex, { ParseError } from 'katex';
import { KATEX } from '@/components/ways/formulas/katex.mjs';
import { attribute, type ContentFault, fault, flat, isJsx, type Node, readText } from './tree';

/** What a text may name. */
export interface Known {
  readonly components: readonly string[];
  /** The stages that it may name; none in a text on a kind of layer, which is about the stage at hand. */
  readonly stages: readonly string[];
  /** The site's pages, with a slash at the end: "/glossary/". */
  readonly pages: readonly string[];
  /** Whether the site has a file at an address: "/images/cat.png". */
  isFile(address: string): boolean;
}

/** Attributes by which components name a stage. */
const STAGE_ATTRIBUTES = ['of', 'id', 'stage'];

/** The faults of a text in MDX, in the order of its lines. */
export function contentFaults(text: string, known: Known): readonly ContentFault[] {
  const tree = readText(text);
  if ('fault' in tree) return [tree.fault];
  const nodes = flat(tree.root);
  const faults = [
    ...nodes.flatMap((node) => [
      ...componentFaults(node, known),
      ...linkFaults(node, known),
      ...imageFaults(node, known),
      ...formulaFaults(node),
    ]),
    ...headingFaults(nodes),
  ];
  return faults.sort((a, b) => a.line - b.line);
}

function componentFaults(node: Node, { components, stages }: Known): readonly ContentFault[] {
  const { name } = node;
  if (!isJsx(node) || !name || !/^[A-Z]/.test(name)) return [];
  if (!components.includes(name))
    return [fault(node, `There is no component <${name}>: ${components.join(', ')}.`)];
  return STAGE_ATTRIBUTES.flatMap((own) => {
    const id = attribute(node, own);
    return id === null || stages.includes(id)
      ? []
      : [fault(node, `<${name}> names the stage “${id}”, ${wrongStage(stages)}`)];
  });
}

const wrongStage = (stages: readonly string[]): string =>
  stages.length > 0
    ? `which there is not: ${stages.join(', ')}.`
    : 'but this text is about the stage at hand: leave it out.';

function linkFaults(node: Node, { pages, isFile }: Known): readonly ContentFault[] {
  const url =
    node.type === 'link' ? node.url : isJsx(node) && node.name === 'a' ? attribute(node, 'href') : null;
  if (!url || /^(https:|mailto:|#)/.test(url)) return [];
  const path = url.replace(/[?#].*$/, '');
  if (pages.includes(path) || isFile(path)) return [];
  const close = pages.includes(`${path}/`) ? ` Write ${path}/.` : '';
  return [fault(node, `The link to ${url} leads nowhere.${close}`)];
}

function imageFaults(node: Node, { isFile }: Known): readonly ContentFault[] {
  const jsx = isJsx(node) && (node.name === 'img' || node.name === 'figure' || node.name === 'svg');
  if (node.type !== 'image' && !jsx) return [];
  const faults: ContentFault[] = [];
  const words = node.type === 'image' ? node.alt : (attribute(node, 'alt') ?? attribute(node, 'aria-label'));
  if (!words?.trim())
    faults.push(
      fault(node, 'This image says nothing to those who don’t see it: give it a text alternative.'),
    );
  const source = node.type === 'image' ? node.url : attribute(node, 'src');
  if (source && !isFile(source)) faults.push(fault(node, `There is no image ${source}.`));
  return faults;
}

/** A formula is rendered as the build renders it; where KaTeX can't read it, its message says why. */
function formulaFaults(node: Node): readonly ContentFault[] {
  if ((node.type !== 'math' && node.type !== 'inlineMath') || node.value === undefined) return [];
  try {
    katex.renderToString(node.value, { ...KATEX, macros: { ...KATEX.macros } });
    return [];
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return [fault(node, `This formula can’t be read: ${error.message.replace('KaTeX parse error: ', '')}.`)];
  }
}

/** The title is the page's first heading; sections are of the second level, and no level is skipped. */
function headingFaults(nodes: readonly Node[]): readonly ContentFault[] {
  let level = 1;
  return nodes.flatMap((node) => {
    if (node.type !== 'heading' || !node.depth) return [];
    const before = level;
    level = node.depth;
    if (node.depth === 1)
      return [fault(node, 'The title comes from the front matter: begin sections with “##”.')];
    return node.depth > before + 1
      ? [fault(node, `A heading of level ${node.depth} follows one of level ${before}: a level is skipped.`)]
      : [];
  });
}
