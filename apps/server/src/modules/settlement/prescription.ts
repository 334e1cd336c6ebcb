import { longerPrescription, type Pack, type PrescriptionKind } from '@yichuang/policy'
import { HospitalFault } from '../hospital/index.ts'
import type { ClassedLine, Longer, SentLine } from './fee-lines.ts'
import { CHRONIC } from './med-type.ts'
import type { Workings } from './settlement.queries.ts'
import type { VisitRow } from './visit.queries.ts'

/** 急诊 */
const EMERGENCY = '13'

/** Days of a prescription as sent (周期天数); undefined where nothing or nought was sent. */
export const daysOf = ({ prd_days }: SentLine): number | undefined => {
  const days = Number(prd_days ?? 0)
  return days > 0 ? days : undefined
}

/**
 * What the rules say of a line's prescription, to be stored with it and told to the institution; undefined when it is not
 * longer than ordinarily. Throws `HospitalFault` where the place does not take it.
 */
export function prescriptionOf(
  pack: Pack,
  { medType, beganOn }: Pick<VisitRow, 'medType' | 'beganOn'>,
  line: SentLine,
  row: number,
): { readonly longer: Longer; readonly memo: string } | undefined {
  const days = daysOf(line)
  if (days === undefined) return undefined
  const found = longerPrescription(pack, { kind: kindOf(medType), days, on: beganOn })
  if (!found) return undefined
  const { normal, source, allowedBy, refused } = found
  const beyond = `处方用药 ${days} 天（prd_days），超过 ${normal} 天（${source.citation}${source.clause}）`
  if (refused)
    throw new HospitalFault(`feedetail 第 ${row} 行：${beyond}，本地不予接收。请按规定天数开具后重传。`)
  if (!allowedBy) return { longer: { days, normal }, memo: `${beyond}。确需延长的，医师应当注明理由` }
  const { id, activation, source: by } = allowedBy
  return {
    longer: { days, normal, measure: { id, activation } },
    memo: `处方用药 ${days} 天，按应急措施“${by.measure!.zh}”办理（${by.citation}${by.clause}）`,
  }
}

/** What a settlement rests on, with the measures under which its prescriptions were longer. */
export function withPrescriptions(workings: Workings, lines: readonly ClassedLine[]): Workings {
  const ofLines = lines.flatMap(({ longer }) => longer?.measure ?? [])
  if (ofLines.length === 0) return workings
  const all = [...(workings.measures ?? []), ...ofLines]
  return { ...workings, measures: [...new Map(all.map((mark) => [mark.id, mark])).values()] }
}

function kindOf(medType: string | null): PrescriptionKind {
  if (medType === CHRONIC) return 'chronic'
  return medType === EMERGENCY ? 'emergency' : 'ordinary'
}
