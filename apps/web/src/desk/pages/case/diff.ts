import { shareOf, ratio, type Fen } from '@yichuang/kernel'
import { typedFen } from '../../parts/money.ts'
import type { CaseView } from './case-context.tsx'
import { linesOf } from './coding.ts'

export type Why = 'classC' | 'cut' | 'ceiling' | 'share'

/** A line of which not everything was recognised. */
export interface LineDifference {
  lineId: string
  name: string
  claimed: Fen
  recognised: Fen
  why: Why[]
  cutReason: string | null
}

/**
 * The lines of which the coding recognises less than was claimed, for the approver's eye. A reading aid: the amounts
 * that bind are those of the calculation, which alone knows quantities and rounding of the whole.
 */
export function differences(view: CaseView): LineDifference[] {
  const coded = new Map((view.coding ?? []).map((coding) => [coding.lineId, coding]))
  return linesOf(view).flatMap(({ lineId, line }) => {
    const coding = coded.get(lineId)
    const claimed = typedFen(line.amount)
    if (!coding || claimed === undefined) return []
    const why: Why[] = []
    let left: number = claimed - Math.min(claimed, typedFen(coding.cutAmount ?? '0') ?? 0)
    if (left < claimed) why.push('cut')
    if (coding.class === 'C') {
      left = 0
      why.push('classC')
    } else {
      const ceiling = coding.ceilingPrice === null ? undefined : typedFen(coding.ceilingPrice)
      const allowed = ceiling === undefined ? left : Math.round(ceiling * Number(line.quantity || 1))
      if (allowed < left) {
        left = allowed
        why.push('ceiling')
      }
      if (coding.class === 'B' && Number(coding.selfPayRatio) > 0) {
        left -= shareOf(left as Fen, ratio(coding.selfPayRatio))
        why.push('share')
      }
    }
    if (why.length === 0) return []
    return { lineId, name: line.name, claimed, recognised: left as Fen, why, cutReason: coding.cutReason }
  })
}
