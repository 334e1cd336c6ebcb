import type { Envelope, Reply } from '@yichuang/hsa'
import { parseYuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Hospital } from '../organisations/index.ts'
import {
  CLEARED_AMOUNTS,
  elsewhereByMessage,
  insuranceOf,
  noteElsewhere,
  otherWayRound,
  type ClearedAmounts,
} from '../settlement/index.ts'

/** A message that another insured place answered, for an institution of this place. */
export interface Answered {
  readonly envelope: Pick<Envelope, 'infno' | 'msgid' | 'input'>
  readonly institution: Pick<Hospital, 'hospitalCode' | 'regionCode'>
  /** the city that insures the person */
  readonly insuredRegion: string
  readonly reply: Pick<Reply, 'accepted' | 'output'>
  readonly today: PlainDate
}

/** Kinds of care in 清算类别 of care elsewhere: visits, stays, pharmacies; the second of a pair takes the first back. */
const KIND: Readonly<Record<string, readonly [care: '1' | '2' | '4', back: boolean]>> = {
  '2207': ['1', false],
  '2208': ['1', true],
  '2304': ['2', false],
  '2305': ['2', true],
  '2102': ['4', false],
  '2103': ['4', true],
}
const REVERSAL = '2601'

/**
 * Keeps what another insured place settled or took back at an institution of this place, in the institution's books. The
 * same answer twice is kept once. In a transaction; nothing for messages that settle nothing.
 */
export async function noteAnswer(db: Db, answered: Answered): Promise<void> {
  const { envelope, institution, insuredRegion, reply, today } = answered
  if (!reply.accepted) return
  const { regionCode, hospitalCode: institutionCode } = institution
  const infno = envelope.infno.slice(0, 4)
  if (infno === REVERSAL) return reversed(db, answered)
  const [care, back] = KIND[infno] ?? []
  const info = partOf(reply.output, 'setlinfo')
  if (care === undefined || typeof info?.['setl_id'] !== 'string') return
  const sent = partOf(envelope.input, 'data') ?? partOf(envelope.input, 'druginfo') ?? {}
  const said = (name: string) => text(info[name]) ?? text(sent[name])
  // What is taken back is named by the message; it knows its insurance.
  const insurance = insuranceOf(said('insutype') ?? '') ?? 'employee'
  await noteElsewhere(db, regionCode, {
    settlementId: info['setl_id'],
    institutionCode,
    insuredRegion,
    visitId: said('mdtrt_id') ?? '',
    psnNo: said('psn_no') ?? '',
    msgid: envelope.msgid,
    insurance,
    medType: said('med_type') ?? '',
    clrType: clrTypeElsewhere(insurance, care, insuredRegion.slice(0, 2) === regionCode.slice(0, 2)),
    settledOn: today,
    cancels: back ? (text(sent['setl_id']) ?? null) : null,
    amounts: amountsIn(info),
  })
}

/** 2601 has no amounts: what it takes back is taken out as it was put in. */
async function reversed(db: Db, { envelope, institution, today }: Answered): Promise<void> {
  const { regionCode, hospitalCode } = institution
  const omsgid = text(partOf(envelope.input, 'data')?.['omsgid'])
  const row = omsgid && (await elsewhereByMessage(db, regionCode, hospitalCode, omsgid))
  if (!row || row.cancelledBy !== null) return
  const {
    settlementId,
    msgid: _was,
    amounts,
    cancelledBy: _none,
    askedAt: _never,
    theirs: _any,
    ...same
  } = row
  await noteElsewhere(db, regionCode, {
    ...same,
    settlementId: `${settlementId}${REVERSED}`,
    msgid: envelope.msgid,
    settledOn: today,
    cancels: settlementId,
    amounts: otherWayRound(amounts),
  })
}
/** The insured place gives a reversal no number of its own that it would tell. */
export const REVERSED = '-2601'

/** 清算类别 of care elsewhere (`310112`: employees, visits, beyond the province). */
export function clrTypeElsewhere(
  insurance: 'employee' | 'resident',
  care: '1' | '2' | '4',
  sameProvince: boolean,
): string {
  return `${insurance === 'employee' ? '310' : '390'}${care}1${sameProvince ? '1' : '2'}`
}

function amountsIn(info: Readonly<Record<string, unknown>>): ClearedAmounts {
  const read = (value: unknown): Fen => parseYuan(text(value) ?? '') ?? (0 as Fen)
  return Object.fromEntries(CLEARED_AMOUNTS.map((name) => [name, read(info[name])])) as ClearedAmounts
}

export function partOf(value: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  const part = (value as Record<string, unknown> | null | undefined)?.[name]
  return typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : undefined
}

export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
