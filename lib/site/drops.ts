/** Inputs that are no place for text. */
const NO_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

const isEditable = (target: EventTarget | null): boolean => elementAt(target)?.isContentEditable ?? false;

/** What is dropped or pasted on text has the text's element around it. */
function elementAt(target: EventTarget | null): HTMLElement | null {
  if (target instanceof HTMLElement) return target;
  return target instanceof Node ? target.parentElement : null;
}

/** Whether text that is typed, pasted or dropped there goes into a field; then the field comes first. */
export function isField(target: EventTarget | null): boolean {
  const element = elementAt(target);
  if (element instanceof HTMLInputElement) return !NO_TEXT.includes(element.type);
  return element instanceof HTMLTextAreaElement || isEditable(element);
}

/** Whether files are being dragged, as far as that can be told before they are dropped. */
export const bringsFiles = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('Files') ?? false;

/** Keeps what is dropped where nothing takes it from making the browser leave the page for it. */
export function guardDrops(): void {
  const isTheirs = ({ defaultPrevented, target, dataTransfer }: DragEvent) =>
    defaultPrevented || (isField(target) && !bringsFiles(dataTransfer));
  // On the window: whoever takes it listens further in, and comes first.
  window.addEventListener('dragover', (event) => {
    // The editor takes text files; what it lets fall is caught below.
    if (isTheirs(event) || isEditable(event.target)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  });
  window.addEventListener('drop', (event) => {
    if (!isTheirs(event)) event.preventDefault();
  });
}
