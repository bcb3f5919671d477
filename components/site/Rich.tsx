import type { ReactNode } from 'react';

/** Renders a tag of a message; `children` is the tag's content, empty for `<tag/>`. */
export type Tag = (children: ReactNode) => ReactNode;

interface Props {
  /**
   * A formatted message of `@/words`; `<tag>…</tag>` and `<tag/>` in it are replaced, at any nesting depth.
   */
  readonly text: string;
  readonly tags: Readonly<Record<string, Tag>>;
}

/** One tag with its content, or an empty one. */
const TAG = /<([a-z][A-Za-z0-9]*)(?:\/>|>([\s\S]*?)<\/\1>)/;

/**
 * A sentence that contains elements, in the places that its language determines. An unknown tag stays as
 * text.
 */
export function Rich({ text, tags }: Props): ReactNode {
  const found = TAG.exec(text);
  if (!found) return text;
  const [whole, name, inner] = found;
  const rest = text.slice(found.index + whole.length);
  const children = inner === undefined ? null : <Rich text={inner} tags={tags} />;
  return (
    <>
      {text.slice(0, found.index)}
      {tags[name] ? tags[name](children) : whole}
      <Rich text={rest} tags={tags} />
    </>
  );
}

/** The tags of many sentences: a number, bold text, emphasized text. */
export const number: Tag = (children) => <span className="number">{children}</span>;
export const bold: Tag = (children) => <b>{children}</b>;
export const strong: Tag = (children) => <strong>{children}</strong>;
