/** Spellings met, folded: the same few hundred keys come in every message. Bounded, since anybody may send keys. */
const folded = new Map<string, string>()
const MOST_SPELLINGS = 4_000
const LONGEST_KEY = 40

/** A key as it is compared: real clients mix capitals and underscores (`dscgTime`, `psn_No`, `dscg_time`). */
export function foldKey(key: string): string {
  const known = folded.get(key)
  if (known !== undefined) return known
  const plain = key.replaceAll('_', '').toLowerCase()
  if (folded.size < MOST_SPELLINGS && key.length <= LONGEST_KEY) folded.set(key, plain)
  return plain
}

/** The values of an object by folded key. Several spellings of one key stand in the order sent. */
export function byFoldedKey(object: Readonly<Record<string, unknown>>): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>()
  for (const key of Object.keys(object)) {
    const plain = foldKey(key)
    const before = found.get(plain)
    if (before) before.push(object[key])
    else found.set(plain, [object[key]])
  }
  return found
}

/** The value under a key, or else under another spelling of it. */
export function valueUnder(object: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key]
  const plain = foldKey(key)
  const other = Object.keys(object).find((candidate) => foldKey(candidate) === plain)
  return other === undefined ? undefined : object[other]
}
