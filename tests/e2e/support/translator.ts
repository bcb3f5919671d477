/**
 * Changes a page as Chrome's translator does: a text is replaced by two <font> elements around its translation, at once
 * and whenever a new text appears, except where `translate="no"` or `notranslate` is set. Self-contained, so that it can
 * be sent to a page as well.
 */
export function translatePage(): void {
  const wrap = (text: Text): void => {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent) return;
    if (parent.closest('font, script, style, noscript, textarea, [translate="no"], .notranslate')) return;
    const font = document.createElement('font');
    font.dir = 'auto';
    font.style.verticalAlign = 'inherit';
    const inner = document.createElement('font');
    inner.dir = 'auto';
    inner.style.verticalAlign = 'inherit';
    // A letter of another script, so that a test can distinguish translated text from the rest.
    inner.textContent = `${text.data}ъ`;
    font.append(inner);
    text.replaceWith(font);
  };
  const wrapAll = (root: Node): void => {
    if (root instanceof Text) wrap(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) wrap(text);
  };
  wrapAll(document.body);
  new MutationObserver((records) => {
    for (const { target, type, addedNodes } of records) {
      if (type === 'characterData') wrapAll(target);
      for (const node of addedNodes) if (node.isConnected) wrapAll(node);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}
