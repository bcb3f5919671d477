/** Follows edges; returns each set of nodes that reach one another, smallest first. Sets of one node are not a cycle. */
export function cycles(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reached = new Map([...edges.keys()].map((node) => [node, reachedFrom(node, edges)]));
  const left = new Set(edges.keys());
  const found: string[][] = [];
  for (const node of edges.keys()) {
    if (!left.has(node)) continue;
    const mutual = [...(reached.get(node) ?? [])].filter((other) => reached.get(other)?.has(node));
    for (const one of mutual) left.delete(one);
    if (mutual.length > 1) found.push(mutual.sort());
  }
  return found.sort((a, b) => a.length - b.length);
}

function reachedFrom(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const next of edges.get(node) ?? [])
      if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
  return reached;
}
