/** Where two changes of one text touch the same lines. Lines count from one, in the text `theirs`. */
export interface MergeConflict {
  readonly line: number
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

export type Merged =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly conflicts: readonly MergeConflict[] }

/** One line of a difference of two texts. */
export interface LineChange {
  readonly kind: 'same' | 'was' | 'becomes'
  readonly text: string
}

/** What two texts differ in, line by line; what was stands before what becomes. */
export function diffLines(before: string, after: string): LineChange[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const changes: LineChange[] = []
  for (const { from, to, atA, atB } of gapsBetween(a, b)) {
    for (const text of a.slice(from, atA)) changes.push({ kind: 'was', text })
    for (const text of b.slice(to, atB)) changes.push({ kind: 'becomes', text })
    if (atA < a.length) changes.push({ kind: 'same', text: a[atA]! })
  }
  return changes
}

/**
 * Brings two changes of one text together, line by line. Lines that only one of them changed are taken from it, equal
 * changes are one; where both changed the same lines differently, or one changed what the other stands right beside, it
 * is a conflict and there is no result.
 */
export function mergeLines(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || ours === base) return { ok: true, text: theirs }
  if (theirs === base) return { ok: true, text: ours }
  const [o, a, b] = [base, ours, theirs].map((text) => text.split('\n')) as [string[], string[], string[]]
  const inOurs = matches(o, a)
  const inTheirs = matches(o, b)
  const merged: string[] = []
  const conflicts: MergeConflict[] = []
  let [fromO, fromA, fromB] = [0, 0, 0]
  for (let line = 0; line <= o.length; line += 1) {
    const [atA, atB] = line === o.length ? [a.length, b.length] : [inOurs[line], inTheirs[line]]
    // A line that stands in all three ends the piece before it.
    if (atA === undefined || atB === undefined) continue
    const lines = chosen(o.slice(fromO, line), a.slice(fromA, atA), b.slice(fromB, atB))
    if (lines) merged.push(...lines)
    else conflicts.push({ line: fromB + 1, ours: a.slice(fromA, atA), theirs: b.slice(fromB, atB) })
    if (line < o.length) merged.push(o[line]!)
    ;[fromO, fromA, fromB] = [line + 1, atA + 1, atB + 1]
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, text: merged.join('\n') }
}

/** What one of them made of a piece, where the other left it as it was or made the same of it. */
function chosen(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  if (sameLines(ours, theirs) || sameLines(theirs, base)) return ours
  return sameLines(ours, base) ? theirs : undefined
}

/** An empty line is not the same as no line. */
function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at])
}

/** For each line of `a` the line of `b` it is kept as, along a longest common part; undefined where it is gone. */
function matches(a: readonly string[], b: readonly string[]): (number | undefined)[] {
  const kept: (number | undefined)[] = a.map(() => undefined)
  for (const { atA, atB } of gapsBetween(a, b)) if (atA < a.length) kept[atA] = atB
  return kept
}

interface Gap {
  readonly from: number
  readonly to: number
  /** the next line that both have; the ends where there is none */
  readonly atA: number
  readonly atB: number
}

function gapsBetween(a: readonly string[], b: readonly string[]): Gap[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const [rows, columns] = [a.length - tail, b.length - tail]
  const common = commonLengths(a.slice(head, rows), b.slice(head, columns))
  const gaps: Gap[] = []
  let [from, to] = [0, 0]
  const keep = (atA: number, atB: number) => {
    gaps.push({ from, to, atA, atB })
    ;[from, to] = [atA + 1, atB + 1]
  }
  for (let line = 0; line < head; line += 1) keep(line, line)
  let [i, j] = [head, head]
  while (i < rows && j < columns) {
    if (a[i] === b[j]) keep(i++, j++)
    else if (common[i + 1 - head]![j - head]! >= common[i - head]![j + 1 - head]!) i += 1
    else j += 1
  }
  for (let line = 0; line < tail; line += 1) keep(rows + line, columns + line)
  if (from < a.length || to < b.length) gaps.push({ from, to, atA: a.length, atB: b.length })
  return gaps
}

/** `[i][j]`: how many lines the rests of both from there on have in common, at most. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
