import { day, minute } from '../../shared/format.ts'

/** A day in the reader's language; nothing is a dash. */
export function showDay(iso: string | null | undefined): string {
  return day(iso) || '—'
}

/** An instant as day and minute; nothing is a dash. */
export function showInstant(instant: string | null | undefined): string {
  return instant ? minute(instant) : '—'
}

/** Reads a day as clerks type it (`20201015`, `2020.10.15`, `2020年10月15日`); anything else comes back unchanged. */
export function typedDay(text: string): string {
  const clean = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(clean) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(clean)
  if (!match) return clean
  return `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
}

/** How pressing a case is; the word and the number say it too, colour never alone. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'calm' | 'paused' | 'none'

export function urgency(of: { overdue: boolean; paused: boolean; daysLeft: number | null }): Urgency {
  if (of.overdue) return 'overdue'
  if (of.paused) return 'paused'
  if (of.daysLeft === null) return 'none'
  if (of.daysLeft < 0) return 'overdue'
  if (of.daysLeft === 0) return 'today'
  return of.daysLeft <= 2 ? 'soon' : 'calm'
}
