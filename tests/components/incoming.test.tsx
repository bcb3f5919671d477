import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useIncomingFile } from '@/components/site/use-incoming-file';
import { guardDrops } from '@/lib/site/drops';

const onFile = vi.fn<(name: string) => void>();
const onOther = vi.fn<(sentence: string) => void>();

function Taker() {
  useIncomingFile(({ name }) => onFile(name), onOther);
  return <Fields />;
}

const Fields = () => (
  <>
    <input aria-label="field" />
    <textarea aria-label="area" />
    <input type="radio" aria-label="radio" />
    {/* biome-ignore lint/a11y/useSemanticElements: the code editor is built this way */}
    <div role="textbox" tabIndex={0} aria-label="editor" contentEditable suppressContentEditableWarning>
      <span>code</span>
    </div>
  </>
);

/** A copied cell: text, its table, and an image of it. */
function copiedCell(): DataTransfer {
  const transfer = copiedImage();
  transfer.setData('text/plain', '3.14');
  transfer.setData('text/html', '<table><tr><td>3.14</td></tr></table>');
  return transfer;
}

function copiedImage(): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(new File(['image'], 'image.png', { type: 'image/png' }));
  return transfer;
}

function link(): DataTransfer {
  const transfer = new DataTransfer();
  transfer.setData('text/uri-list', 'https://example.org/');
  return transfer;
}

const at = (name: string) => page.getByLabelText(name).element();

/** Whether the browser continues with its default action. */
const paste = (target: Element, clipboardData: DataTransfer): boolean =>
  target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
const drag = (type: 'dragover' | 'drop', target: Element, dataTransfer: DataTransfer): boolean =>
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));

beforeEach(() => vi.clearAllMocks());

describe('pasted content', () => {
  test.each(['field', 'area', 'editor'])('stays in a focused %s, text and image alike', async (name) => {
    await render(<Taker />);
    expect([paste(at(name), copiedCell()), paste(at(name), copiedImage())]).toEqual([true, true]);
    expect(onFile).not.toHaveBeenCalled();
  });

  test('is opened elsewhere if it is a file, even after an image was chosen', async () => {
    await render(<Taker />);
    expect(paste(document.body, copiedImage())).toBe(false);
    expect(paste(at('radio'), copiedCell())).toBe(false);
    expect(onFile.mock.calls).toEqual([['image.png'], ['image.png']]);
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    expect(paste(document.body, text)).toBe(true);
    expect(onOther).not.toHaveBeenCalled();
  });

  test('is left alone when someone else has handled it already', async () => {
    await render(<Taker />);
    at('radio').addEventListener('paste', (event) => event.preventDefault());
    paste(at('radio'), copiedImage());
    expect(onFile).not.toHaveBeenCalled();
  });
});

describe('dropped content', () => {
  test('gets a sentence if it is several files, a link or text', async () => {
    await render(<Taker />);
    const several = copiedImage();
    several.items.add(new File(['more'], 'more.png'));
    drag('drop', document.body, several);
    drag('drop', document.body, link());
    expect(onOther.mock.calls.map(([sentence]) => sentence.slice(0, 20))).toEqual([
      'These are 2 files, a',
      'Only files can be dr',
    ]);
    expect(onFile).not.toHaveBeenCalled();
  });

  test('on a field goes to the field if it is text, and to the page if it is a file', async () => {
    await render(<Taker />);
    expect([drag('dragover', at('field'), link()), drag('drop', at('field'), link())]).toEqual([true, true]);
    expect(onOther).not.toHaveBeenCalled();
    expect(drag('drop', at('field'), copiedImage())).toBe(false);
    expect(onFile).toHaveBeenCalledWith('image.png');
  });

  test('does not make the browser leave the page where nothing accepts it', async () => {
    guardDrops();
    await render(<Fields />);
    const goesOn = (target: Element, transfer: DataTransfer) => [
      drag('dragover', target, transfer),
      drag('drop', target, transfer),
    ];
    expect(goesOn(document.body, copiedImage())).toEqual([false, false]);
    expect(goesOn(document.body, link())).toEqual([false, false]);
    expect(goesOn(at('field'), copiedImage())).toEqual([false, false]);
    expect(goesOn(at('field'), link())).toEqual([true, true]);
    // The code editor reads text files itself, which begins with allowing a drag over it.
    expect(goesOn(at('editor'), copiedImage())).toEqual([true, false]);
    expect(goesOn(at('editor'), link())).toEqual([true, true]);
  });
});
