import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Line, Parts, Visit } from './client/messages.ts'

/** A settlement, or the taking back of one with every amount the other way round; yuan as text. */
export interface Booked {
  readonly setlId: string
  readonly mdtrtId: string
  readonly psnNo: string
  readonly day: string
  readonly insutype: string
  readonly clrType: string
  readonly total: string
  readonly fund: string
  readonly account: string
  readonly cash: string
}

/** A call whose answer never came: nobody here knows whether the centre has done it. */
export interface Uncertain {
  readonly infno: string
  readonly msgid: string
  /** what was sent, so that the very same can be sent again */
  readonly input: unknown
}

/** 门诊, 住院, 药店购药, 转院备案, 慢特病备案. */
export type VisitKind = 'outpatient' | 'stay' | 'purchase' | 'referral' | 'chronic'

export interface StoredVisit extends Visit {
  readonly kind: VisitKind
  readonly patient: string
  readonly psnType: string
  readonly mdtrtId: string | null
  /** the number of the next upload */
  readonly batch: string
  /** what was uploaded and stands, refunds among them */
  readonly lines: readonly Line[]
  readonly parts: Parts | null
  readonly diagnosed: boolean
  /** what the settlement would come to, as 2206 answered */
  readonly preview: Readonly<Record<string, unknown>> | null
  readonly setlId: string | null
  /** of a stay */
  readonly discharged: boolean
  /** 待遇申报明细流水号 of a filing */
  readonly filing: string | null
  /** taken back: nothing more happens to it */
  readonly closed: boolean
  readonly uncertain: Uncertain | null
}

/** One line of the journal: what changed, and the visit as it is after. */
export interface Entry {
  readonly at: string
  /** `register`, `settle`, `lost` … */
  readonly act: string
  readonly infno: string
  readonly msgid: string
  readonly ok: boolean
  readonly reason: string | null
  readonly visit: StoredVisit | null
  readonly booked: Booked | null
  /** of a reversal: the number of the message it took back */
  readonly undone?: string
}

export interface Store {
  visits(): readonly StoredVisit[]
  visit(number: string): StoredVisit | undefined
  /** settlements and reversals of a day, in the order they came */
  booked(day: string): readonly Booked[]
  journal(): readonly Entry[]
  write(entry: Entry): void
}

/** A hospital's books: a file of JSON lines, written before anything is believed; without a file in memory only. */
export function openStore(file?: string): Store {
  const entries: Entry[] = []
  const visits = new Map<string, StoredVisit>()
  const take = (entry: Entry) => {
    entries.push(entry)
    if (entry.visit) visits.set(entry.visit.number, entry.visit)
  }
  if (file !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true })
    if (existsSync(file))
      for (const line of readFileSync(file, 'utf8').split('\n')) if (line) take(JSON.parse(line) as Entry)
  }
  return {
    visits: () => [...visits.values()],
    visit: (number) => visits.get(number),
    booked: (day) => entries.flatMap(({ booked }) => (booked?.day === day ? booked : [])),
    journal: () => entries,
    write(entry) {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(entry)}\n`)
      take(entry)
    },
  }
}
