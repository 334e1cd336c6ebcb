type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** A place both sides changed: what I wrote stands, and what the other side wrote is told. */
export interface Clash {
  path: string
  theirs: string
}
export interface Merged<T> {
  content: T
  clashes: Clash[]
}

/**
 * Three-way merge of a form: each field takes the side that changed it since `base`; where both did, mine stands and
 * the clash is reported. Rows of a list are the same row when their `id` is; a row I changed survives its removal
 * elsewhere, so that nothing typed is lost.
 */
export function mergeDraft<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: Clash[] = []
  const content = mergeValue(base as Json, mine as Json, theirs as Json, '', clashes)
  return { content: content as T, clashes }
}

function mergeValue(base: Json, mine: Json, theirs: Json, path: string, clashes: Clash[]): Json {
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (isRows(mine) && isRows(theirs)) return mergeRows(isRows(base) ? base : [], mine, theirs, path, clashes)
  if (isRecord(mine) && isRecord(theirs)) {
    const from = isRecord(base) ? base : {}
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        mergeValue(from[key], mine[key], theirs[key], path ? `${path}.${key}` : key, clashes),
      ]),
    )
  }
  clashes.push({ path, theirs: typeof theirs === 'string' ? theirs : JSON.stringify(theirs) })
  return mine
}

type Row = { readonly id: string; readonly [key: string]: Json }

function mergeRows(
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  path: string,
  clashes: Clash[],
) {
  const find = (rows: readonly Row[], id: string) => rows.find((row) => row.id === id)
  const merged: Json[] = []
  mine.forEach((row, index) => {
    const [before, other] = [find(base, row.id), find(theirs, row.id)]
    if (other) merged.push(mergeValue(before, row, other, `${path}.${index}`, clashes))
    else if (!before || !same(before, row)) merged.push(row)
  })
  for (const row of theirs) {
    const before = find(base, row.id)
    if (!find(mine, row.id) && (!before || !same(before, row))) merged.push(row)
  }
  return merged
}

function same(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRows(value: Json): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => isRecord(row) && typeof row.id === 'string')
}
