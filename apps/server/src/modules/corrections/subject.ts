/** A decision that can be corrected. */
export interface Subject {
  readonly kind: 'case' | 'settlement'
  readonly id: string
}

export function keyOf({ kind, id }: Subject): string {
  return `${kind} ${id}`
}
