/*
 * Keeps a page working under a browser's translator, which replaces text nodes that React still refers to by
 * <font> elements (https://github.com/facebook/react/issues/11538).
 */

/** The element that replaced a text node. */
const standIns = new WeakMap<Node, HTMLElement>();
const taken = new WeakSet<Node>();

const isFont = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLElement && node.tagName === 'FONT';

/** Records which element a translator has put in place of a text node, in one step or in two. */
function noteStandIn(record: MutationRecord, text: Text, observer: MutationObserver): void {
  const near = [...record.addedNodes, record.previousSibling, record.nextSibling];
  const standIn = near.filter(isFont).find((font) => font.parentNode === record.target && !taken.has(font));
  if (!standIn) return;
  standIns.set(text, standIn);
  taken.add(standIn);
  observer.observe(text, { characterData: true });
}

/**
 * If a replaced text changes, the change would never be visible: the text is put back, and translated again.
 */
function bringBack(text: Node): void {
  const standIn = standIns.get(text);
  if (!(text instanceof Text) || !standIn) return;
  standIns.delete(text);
  if (standIn.isConnected) standIn.replaceWith(text);
}

/** The child of a parent that replaced a node which is no longer its child. */
function standInOf(node: Node, parent: Node): Node | null {
  const standIn = standIns.get(node);
  if (standIn?.parentNode === parent) return standIn;
  let outer: Node | null = node;
  while (outer && outer.parentNode !== parent) outer = outer.parentNode;
  return outer;
}

/** Removes a node from wherever a translator has put it, together with its replacement. */
function takeOut(node: Node, parent: Node): void {
  const standIn = standInOf(node, parent);
  const isWithin = standIn?.contains(node);
  node.parentNode?.removeChild(node);
  if (isFont(standIn) && (!isWithin || !standIn.textContent)) standIn.remove();
}

/** Removes the replacement of a text that moves elsewhere. */
function leave(node: Node): void {
  standIns.get(node)?.remove();
  standIns.delete(node);
}

/**
 * Redirects operations on a text that a translator has replaced or moved to its replacement: removing the
 * text removes the replacement, and inserting before the text inserts before the replacement. Call it before
 * React takes over the page.
 */
export function surviveTranslators(): void {
  const { appendChild, insertBefore, removeChild } = Node.prototype;
  const observer = new MutationObserver(note);
  function note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'characterData') bringBack(record.target);
      for (const node of record.removedNodes)
        if (node instanceof Text && !node.isConnected) noteStandIn(record, node, observer);
    }
  }
  observer.observe(document, { childList: true, subtree: true });

  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode === this) return removeChild.call(this, child) as Child;
    note(observer.takeRecords());
    takeOut(child, this);
    return child;
  };
  Node.prototype.insertBefore = function <Child extends Node>(
    this: Node,
    node: Child,
    before: Node | null,
  ): Child {
    note(observer.takeRecords());
    leave(node);
    const place = before && before.parentNode !== this ? standInOf(before, this) : before;
    return insertBefore.call(this, node, place) as Child;
  };
  Node.prototype.appendChild = function <Child extends Node>(this: Node, node: Child): Child {
    leave(node);
    return appendChild.call(this, node) as Child;
  };
}
