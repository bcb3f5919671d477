import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A hint after a line; lines are counted from 1. */
export interface Hint {
  readonly line: number;
  readonly words: string;
}

export const setHints = StateEffect.define<readonly Hint[]>();

class HintWidget extends WidgetType {
  constructor(private readonly words: string) {
    super();
  }
  override eq(other: HintWidget): boolean {
    return other.words === this.words;
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-shape';
    element.textContent = `→ ${this.words}`;
    // The table says it to screen readers; here it would be read as part of the code.
    element.ariaHidden = 'true';
    return element;
  }
}

/** After each line that creates a layer, the layer's output shape. */
export const shapeHints = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(hints, { changes, effects, state: { doc } }) {
    const set = effects.find((effect) => effect.is(setHints));
    if (!set?.is(setHints)) return hints.map(changes);
    return RangeSet.of(
      set.value
        .filter(({ line }) => line <= doc.lines)
        .map(({ line, words }) =>
          Decoration.widget({ widget: new HintWidget(words), side: 1 }).range(doc.line(line).to),
        ),
      true,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});
