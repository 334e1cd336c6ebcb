import { sumOf } from '../client/messages.ts'
import { stayInputs, type WardLine } from '../client/stay-messages.ts'
import { idOf, settlementOf, type StepOptions, type Steps } from './steps.ts'

/** 住院: admit, upload fees in batches, change, settle on trial, discharge, settle; and each of them taken back. */
export function wardOf({ begin, step, visitOf, today, query }: Steps) {
  return {
    /** 1101 and 2401; `began` is the moment of the admission, now unless told. Returns the number of the stay. */
    async admit(idNumber: string, options: StepOptions & { began?: string } = {}): Promise<string> {
      const visit = await begin(idNumber, 'stay', options.began)
      await step('admit', '2401', visit, stayInputs.admit(visit), options)
      return visit.number
    },

    /** 2301: one batch of lines, refunds among them */
    async uploadStay(number: string, lines: readonly WardLine[], options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('upload', '2301', visit, stayInputs.fees(visit, idOf(visit), visit.batch, lines), options)
    },

    /** 2302: takes every line back that is not settled */
    async dropStayFees(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('drop-fees', '2302', visit, stayInputs.dropFees(visit, idOf(visit)), options)
    },

    /** 2403: another bed */
    async changeStay(number: string, bed: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('change', '2403', visit, stayInputs.change(visit, idOf(visit), bed), options)
    },

    /** 5303: the stay the centre knows somebody to be in, in whatever hospital */
    async knownStay(idNumber: string): Promise<string | undefined> {
      const visit = await begin(idNumber, 'stay', '2000-01-01 00:00:00')
      const { output } = await query('in-ward', '5303', stayInputs.inWard(visit, today()))
      return (output.data as { mdtrt_id: string }[])[0]?.mdtrt_id
    },

    /** 2303 */
    async preSettleStay(number: string): Promise<void> {
      const visit = visitOf(number)
      await step('pre-settle', '2303', visit, stayInputs.settle(visit, idOf(visit), sumOf(visit.lines)))
    },

    /** 2402 */
    async discharge(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('discharge', '2402', visit, stayInputs.discharge(visit, idOf(visit), today()), options)
    },

    /** 2304, after the discharge */
    async settleStay(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('settle', '2304', visit, stayInputs.settle(visit, idOf(visit), sumOf(visit.lines)), options)
    },

    /** 2305 */
    async cancelStay(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      const input = stayInputs.cancel(visit, idOf(visit), settlementOf(visit))
      await step('cancel', '2305', visit, input, options)
    },

    /** 2405 */
    async undoDischarge(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('undo-discharge', '2405', visit, stayInputs.undo(visit, idOf(visit)), options)
    },

    /** 2404 */
    async undoAdmission(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('undo-admission', '2404', visit, stayInputs.undo(visit, idOf(visit)), options)
    },
  }
}
