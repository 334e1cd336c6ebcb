import type { PlainDate } from '@yichuang/kernel'
import type { Verdict } from './panel.ts'

export type ChronicState = 'collected' | 'handed-over' | 'granted' | 'refused' | 'withdrawn'

/** An application as stored. */
export interface ApplicationRow {
  readonly regionCode: string
  readonly applicationId: string
  readonly number: string
  readonly personId: string
  readonly personName: string
  readonly idNumberMasked: string
  readonly way: 'anytime' | 'monthly'
  readonly classId: string
  readonly diseaseName: string
  readonly diseaseCode: string | null
  readonly cause: string | null
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly doctorCode: string | null
  readonly doctorName: string
  readonly note: string
  readonly identifiedOn: PlainDate
  readonly collectedOn: PlainDate
  readonly month: string
  readonly benefitFrom: PlainDate | null
  readonly source: 'desk' | 'interface'
  readonly state: ChronicState
  readonly round: number
  readonly decidedOn: PlainDate | null
  readonly decidedBy: 'hospital' | 'panel' | null
  readonly reason: string | null
}

export type NewApplication = ApplicationRow & { readonly collectedByName: string; readonly at: Date }

export interface BatchRow {
  readonly month: string
  readonly seq: number
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly dueOn: PlainDate
  readonly handedOn: PlainDate
  readonly late: boolean
  readonly applications: number
}

export interface OpinionRow {
  readonly applicationId: string
  readonly round: number
  readonly seq: number
  readonly expertId: string
  readonly expertName: string
  readonly verdict: Verdict
  readonly reason: string
}

export interface AppealRow {
  readonly applicationId: string
  readonly round: number
  readonly reason: string
  readonly byName: string
  readonly on: PlainDate
}

/** A chronic disease for which a person has benefits. */
export interface BenefitRow {
  readonly applicationId: string
  readonly classId: string
  readonly diseaseName: string
  readonly diseaseCode: string | null
  readonly from: PlainDate
  readonly until: PlainDate | null
}
