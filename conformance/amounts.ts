/** An amount in fen; NaN where it is none. */
export function fenOf(value: unknown): number {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return /^-?\d+(\.\d{1,2}0*)?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN
}

/** Rows of a node, whether it came as rows or as one object. */
export function rowsOf(node: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (node === null || node === undefined) return []
  return (Array.isArray(node) ? node : [node]) as Readonly<Record<string, unknown>>[]
}

/** Whether a text shows the inside of a program: a stack, SQL, a path. */
export function showsInside(text: string): boolean {
  return /\bat [\w.$<>]+ ?\(|Exception in thread|\bORA-\d{5}|select .{1,80} from \w+\.|node_modules|\.java:\d+|\.ts:\d+|Traceback|violates \w+ constraint/i.test(
    text,
  )
}
