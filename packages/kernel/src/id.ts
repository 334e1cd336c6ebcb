/** A UUID of version 7 (RFC 9562): begins with its time, so that new rows lie together in an index. */
export type Id = string & { readonly __brand: 'Id' }

const SHAPE = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
const LAST_INSTANT = 2 ** 48 - 1

/** A new id of an instant. The ten random bytes are for tests; without them they come from the system. */
export function uuidv7(at: Date, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): Id {
  const instant = at.getTime()
  if (!(instant >= 0 && instant <= LAST_INSTANT)) throw new RangeError('An id needs a time from 1970 on')
  if (random.length !== 10) throw new RangeError(`An id needs ten random bytes, not ${random.length}`)
  const time = instant.toString(16).padStart(12, '0')
  const tail = Uint8Array.from(random)
  tail[0] = (tail[0]! & 0x0f) | 0x70
  tail[2] = (tail[2]! & 0x3f) | 0x80
  const hex = Array.from(tail, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}` as Id
}

/** Reads an id of version 7, or returns undefined. */
export function parseId(text: string): Id | undefined {
  const lower = text.toLowerCase()
  return SHAPE.test(lower) ? (lower as Id) : undefined
}

/** The instant at which an id was made. */
export function instantOf(id: Id): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}
