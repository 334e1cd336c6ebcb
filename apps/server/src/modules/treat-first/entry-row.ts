import type { TreatFirstEntry } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { State } from './life.ts'

/** An entry as stored; money is yuan as text. */
export interface EntryRow {
  readonly regionCode: string
  readonly entryId: string
  readonly number: string
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly personName: string
  readonly idNumberEnc: Buffer | null
  readonly idNumberIndex: Buffer | null
  readonly idNumberMasked: string | null
  readonly insuredPlace: string | null
  readonly situation: TreatFirstEntry['situation']
  readonly reason: string
  readonly careKind: TreatFirstEntry['careKind']
  readonly reference: string | null
  readonly beganOn: PlainDate
  readonly amount: string
  readonly payer: TreatFirstEntry['payer']
  readonly payerName: string | null
  readonly measureId: string
  readonly activationId: string
  readonly openedOn: PlainDate
  readonly openedBy: string
  readonly state: State
  readonly nextSide: 'hospital' | 'agency'
  readonly nextName: string | null
  readonly remindOn: PlainDate
  readonly remindedOn: PlainDate | null
  readonly proposedBy: string | null
  readonly proposedById: string | null
  readonly proposedOn: PlainDate | null
  readonly proposal: string | null
  readonly closedHow: NonNullable<TreatFirstEntry['closed']>['how'] | null
  readonly closedOn: PlainDate | null
  readonly closedBy: string | null
  readonly closedReason: string | null
  readonly closedReference: string | null
  readonly closedRegion: string | null
  readonly settledTotal: string | null
  readonly settledFund: string | null
  readonly version: number
}

/** Field of a row → column of the table, in one order for reading and writing. */
export const COLUMNS = {
  regionCode: 'region_code',
  entryId: 'entry_id',
  number: 'number',
  hospitalCode: 'hospital_code',
  hospitalName: 'hospital_name',
  personName: 'person_name',
  idNumberEnc: 'id_number_enc',
  idNumberIndex: 'id_number_index',
  idNumberMasked: 'id_number_masked',
  insuredPlace: 'insured_place',
  situation: 'situation',
  reason: 'reason',
  careKind: 'care_kind',
  reference: 'reference',
  beganOn: 'began_on',
  amount: 'amount',
  payer: 'payer',
  payerName: 'payer_name',
  measureId: 'measure_id',
  activationId: 'activation_id',
  openedOn: 'opened_on',
  openedBy: 'opened_by',
  state: 'state',
  nextSide: 'next_side',
  nextName: 'next_name',
  remindOn: 'remind_on',
  remindedOn: 'reminded_on',
  proposedBy: 'proposed_by',
  proposedById: 'proposed_by_id',
  proposedOn: 'proposed_on',
  proposal: 'proposal',
  closedHow: 'closed_how',
  closedOn: 'closed_on',
  closedBy: 'closed_by',
  closedReason: 'closed_reason',
  closedReference: 'closed_reference',
  closedRegion: 'closed_region',
  settledTotal: 'settled_total',
  settledFund: 'settled_fund',
  version: 'version',
} as const satisfies Record<keyof EntryRow, string>
