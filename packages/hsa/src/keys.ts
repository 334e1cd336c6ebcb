/** A key as it is compared: real clients mix capitals and underscores (`dscgTime`, `psn_No`, `dscg_time`). */
export function foldKey(key: string): string {
  return key.replaceAll('_', '').toLowerCase()
}

/** The values of an object by folded key. Several spellings of one key stand in the order sent. */
export function byFoldedKey(object: Readonly<Record<string, unknown>>): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>()
  for (const key of Object.keys(object)) {
    const folded = foldKey(key)
    const before = found.get(folded)
    if (before) before.push(object[key])
    else found.set(folded, [object[key]])
  }
  return found
}

/** The value under a key, or else under another spelling of it. */
export function valueUnder(object: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key]
  const folded = foldKey(key)
  const other = Object.keys(object).find((candidate) => foldKey(candidate) === folded)
  return other === undefined ? undefined : object[other]
}
