import type { Db } from '../../platform/db.ts'
import { readOffices, type Office } from './office.queries.ts'
import { OfficeNotFound } from './office.problems.ts'

const FRESH_MS = 5000

interface Book {
  readonly byId: ReadonlyMap<string, Office>
  readonly readAt: number
}

// Offices are few, asked for at every request and hardly ever changed. Another process sees a change within seconds.
let book: Book = { byId: new Map(), readAt: -Infinity }

/** An office by its id, open or closed; throws `OfficeNotFound`. Read from memory, at most five seconds old. */
export async function getOffice(db: Db, id: string): Promise<Office> {
  const office = (await bookWith(db, id)).byId.get(id)
  if (!office) throw OfficeNotFound()
  return office
}

/** The office itself and all below it. */
export async function officesBelow(db: Db, id: string): Promise<string[]> {
  const { byId } = await bookWith(db, id)
  const found = [id]
  // Grows while it is walked, level by level.
  for (const parent of found) {
    for (const office of byId.values()) if (office.parentId === parent) found.push(office.id)
  }
  return found
}

/** The office itself and those above it, nearest first. */
export async function officesAbove(db: Db, id: string): Promise<string[]> {
  const { byId } = await bookWith(db, id)
  const found: string[] = []
  for (let at = byId.get(id); at; at = at.parentId === null ? undefined : byId.get(at.parentId))
    found.push(at.id)
  return found
}

/** Forgets what is in memory, because an office has changed. */
export function forgetOffices(): void {
  book = { byId: new Map(), readAt: -Infinity }
}

async function bookWith(db: Db, id: string): Promise<Book> {
  const fresh = performance.now() - book.readAt < FRESH_MS
  if (fresh && book.byId.has(id)) return book
  const offices = await readOffices(db)
  book = { byId: new Map(offices.map((office) => [office.id, office])), readAt: performance.now() }
  return book
}
