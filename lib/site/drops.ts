/** Types of inputs that take no text. */
const NO_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

const isEditable = (target: EventTarget | null): boolean => elementAt(target)?.isContentEditable ?? false;

/** The target of a drop or paste may be a text node: its element. */
function elementAt(target: EventTarget | null): HTMLElement | null {
  if (target instanceof HTMLElement) return target;
  return target instanceof Node ? target.parentElement : null;
}

/** Whether typed, pasted or dropped text goes into a field there; then the field has priority. */
export function isField(target: EventTarget | null): boolean {
  const element = elementAt(target);
  if (element instanceof HTMLInputElement) return !NO_TEXT.includes(element.type);
  return element instanceof HTMLTextAreaElement || isEditable(element);
}

/** Whether files are being dragged, as far as can be known before the drop. */
export const bringsFiles = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('Files') ?? false;

/** Prevents the browser from leaving the page for a dropped file that nothing accepts. */
export function guardDrops(): void {
  const isTheirs = ({ defaultPrevented, target, dataTransfer }: DragEvent) =>
    defaultPrevented || (isField(target) && !bringsFiles(dataTransfer));
  // On the window: elements that accept the drop listen further in, and come first.
  window.addEventListener('dragover', (event) => {
    // The editor accepts text files; a drop that it ignores is caught below.
    if (isTheirs(event) || isEditable(event.target)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  });
  window.addEventListener('drop', (event) => {
    if (!isTheirs(event)) event.preventDefault();
  });
}
