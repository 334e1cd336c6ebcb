import { filingInputs } from '../client/other-messages.ts'
import type { StoredVisit } from '../store.ts'
import { Refused, type StepOptions, type Steps } from './steps.ts'

/** 备案: referrals to other places and chronic diseases, filed, asked after, and taken back. */
export function filingsOf({ begin, step, query, visitOf, today, station }: Steps) {
  const filingOf = ({ filing }: StoredVisit): string => {
    if (filing === null) throw new Refused('没有待遇申报明细流水号，请先备案。')
    return filing
  }
  return {
    /** 1101 and 2501. Returns the number under which the hospital keeps it. */
    async refer(idNumber: string, options: StepOptions = {}): Promise<string> {
      const visit = await begin(idNumber, 'referral')
      await step('refer', '2501', visit, filingInputs.refer(visit, today(), monthLater(today())), options)
      return visit.number
    },

    /** 1101 and 2503 */
    async fileChronic(idNumber: string, options: StepOptions = {}): Promise<string> {
      const visit = await begin(idNumber, 'chronic')
      const input = filingInputs.chronic(visit, station.options.institution, today())
      await step('file-chronic', '2503', visit, input, options)
      return visit.number
    },

    /** 2502 or 2504 */
    async withdraw(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      const infno = visit.kind === 'referral' ? '2502' : '2504'
      await step('withdraw', infno, visit, filingInputs.withdraw(visit, filingOf(visit)), options)
    },

    /** 5304: whether the centre knows a referral of somebody that is in force */
    async isReferred(idNumber: string): Promise<boolean> {
      const visit = await begin(idNumber, 'referral')
      const { output } = await query('referrals', '5304', filingInputs.inForce(visit))
      return [output.refmedin ?? []].flat().length > 0
    },
  }
}

/** Some places say how long a referral lasts, others leave it to the hospital. */
function monthLater(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10)
}
