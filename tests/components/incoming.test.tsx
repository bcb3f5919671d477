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
    {/* biome-ignore lint/a11y/useSemanticElements: as the code editor is made */}
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

/** Whether the browser goes on with it. */
const paste = (target: Element, clipboardData: DataTransfer): boolean =>
  target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
const drag = (type: 'dragover' | 'drop', target: Element, dataTransfer: DataTransfer): boolean =>
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));

beforeEach(() => vi.clearAllMocks());

describe('what is pasted', () => {
  test.each(['field', 'area', 'editor'])('into a %s is its own, text and image alike', async (name) => {
    await render(<Taker />);
    expect([paste(at(name), copiedCell()), paste(at(name), copiedImage())]).toEqual([true, true]);
    expect(onFile).not.toHaveBeenCalled();
  });

  test('elsewhere is taken where it is a file, after a choice of an image too', async () => {
    await render(<Taker />);
    expect(paste(document.body, copiedImage())).toBe(false);
    expect(paste(at('radio'), copiedCell())).toBe(false);
    expect(onFile.mock.calls).toEqual([['image.png'], ['image.png']]);
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    expect(paste(document.body, text)).toBe(true);
    expect(onOther).not.toHaveBeenCalled();
  });

  test('and taken by someone else already is left to them', async () => {
    await render(<Taker />);
    at('radio').addEventListener('paste', (event) => event.preventDefault());
    paste(at('radio'), copiedImage());
    expect(onFile).not.toHaveBeenCalled();
  });
});

describe('what is dropped', () => {
  test('gets a sentence where it is several files, a link or text', async () => {
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

  test('on a field is the field’s where it is text, and the page’s where it is a file', async () => {
    await render(<Taker />);
    expect([drag('dragover', at('field'), link()), drag('drop', at('field'), link())]).toEqual([true, true]);
    expect(onOther).not.toHaveBeenCalled();
    expect(drag('drop', at('field'), copiedImage())).toBe(false);
    expect(onFile).toHaveBeenCalledWith('image.png');
  });

  test('where nothing takes it does not make the browser leave the page', async () => {
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
    // The code editor reads text files itself, which begins with letting them be dragged over it.
    expect(goesOn(at('editor'), copiedImage())).toEqual([true, false]);
    expect(goesOn(at('editor'), link())).toEqual([true, true]);
  });
});
