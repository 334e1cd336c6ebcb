import type { TrailPlace } from '../audit/index.ts'

/** Before everything: later than any entry. */
const FIRST: TrailPlace = { at: new Date('9999-12-31T00:00:00Z'), stream: '', seq: 0 }
const TRAIL = /^(\d{1,15})_([a-z]+:[\w-]{1,80})_(\d{1,9})$/
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

export function trailCursor({ at, stream, seq }: TrailPlace): string {
  return `${at.getTime()}_${stream}_${seq}`
}

/** The place a cursor stands for; one that is not of ours begins at the beginning. */
export function trailPlace(cursor: string | undefined): TrailPlace {
  const [, at, stream, seq] = TRAIL.exec(cursor ?? '') ?? []
  if (at === undefined || stream === undefined) return FIRST
  return { at: new Date(Number(at)), stream, seq: Number(seq) }
}

/** A cursor that is the id of a case, or null. */
export function caseCursor(cursor: string | undefined): string | null {
  return cursor !== undefined && UUID.test(cursor) ? cursor : null
}
