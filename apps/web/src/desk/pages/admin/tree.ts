interface Node {
  id: string
  parentId: string | null
  code: string
}
export interface Branch<O extends Node> {
  office: O
  below: Branch<O>[]
}

/** Offices as a tree, each level by code; an office whose parent is not in the list stands at the top. */
export function officeTree<O extends Node>(offices: readonly O[]): Branch<O>[] {
  const known = new Set(offices.map(({ id }) => id))
  const children = new Map<string | null, O[]>()
  for (const office of offices) {
    const parent = office.parentId !== null && known.has(office.parentId) ? office.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), office])
  }
  const branches = (parent: string | null): Branch<O>[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
      .map((office) => ({ office, below: branches(office.id) }))
  return branches(null)
}
