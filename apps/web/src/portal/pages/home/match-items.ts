interface Named {
  name: string
  group: string
  audience: string
  code: string | null
}

/** Items whose name, group, audience or code holds every word of the query; all of them for an empty query. */
export function matchItems<T extends Named>(items: readonly T[], query: string): T[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = [item.name, item.group, item.audience, item.code].join(' ').normalize('NFKC').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Items by group, in the order in which groups first appear. */
export function groupItems<T extends Named>(items: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const members = groups.get(item.group)
    if (members) members.push(item)
    else groups.set(item.group, [item])
  }
  return [...groups]
}
