import type { ReactNode } from 'react';

/** What stands for a tag of a message; `children` is what the tag encloses, nothing for `<tag/>`. */
export type Tag = (children: ReactNode) => ReactNode;

interface Props {
  /** A message of `@/words`, formatted; `<tag>…</tag>` and `<tag/>` in it are replaced, as deep as they nest. */
  readonly text: string;
  readonly tags: Readonly<Record<string, Tag>>;
}

/** One tag with what it encloses, or one that encloses nothing. */
const TAG = /<([a-z][A-Za-z0-9]*)(?:\/>|>([\s\S]*?)<\/\1>)/;

/** A sentence with elements in it, whose place in the sentence its language decides. A tag without a meaning stays as text. */
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

/** The tags that stand in many sentences: a number, what is bold, what is stressed. */
export const number: Tag = (children) => <span className="number">{children}</span>;
export const bold: Tag = (children) => <b>{children}</b>;
export const strong: Tag = (children) => <strong>{children}</strong>;
