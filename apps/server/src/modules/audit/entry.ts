/** Who did something: an insured person or helper, staff, or the platform itself (`id` null). */
export interface Actor {
  readonly id: string | null
  readonly name: string
  readonly side: 'applicant' | 'agency' | 'system'
}

/** The platform acting by itself, for instance when a calendar is published. */
export const SYSTEM: Actor = { id: null, name: '系统', side: 'system' }

/**
 * What an entry hangs on; entries of one stream are chained. `person:<id>`, `staff:<id>`, `office:<id>`, `run:<id>` and
 * so on: one stream per thing, so that two acts on different things do not wait for each other.
 */
export type Stream =
  `${'person' | 'staff' | 'office' | 'run' | 'case' | 'pack' | 'measures' | 'institution'}:${string}`

/** An act to be recorded. `detail` holds what a reader of the trail needs, never an ID number, phone or account. */
export interface AuditAct {
  readonly regionCode: string
  readonly stream: Stream
  readonly actor: Actor
  readonly act: string
  readonly at: Date
  readonly personId?: string | null
  readonly caseId?: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** A recorded act, as stored. */
export interface AuditRow {
  readonly regionCode: string
  readonly stream: string
  readonly seq: number
  readonly at: Date
  readonly actorId: string | null
  readonly actorName: string
  readonly act: string
  readonly personId: string | null
  readonly caseId: string | null
  readonly detail: Record<string, unknown>
  readonly hash: string
}
