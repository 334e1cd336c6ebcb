import { inputs, sumOf, type Line } from '../client/messages.ts'
import { idOf, settlementOf, type StepOptions, type Steps } from './steps.ts'

/** 门诊: register, diagnose, upload fees, settle, give back. */
export function clinicOf({ begin, step, visitOf }: Steps) {
  return {
    /** 1101 and 2201: reads the person and opens a visit. Returns its number. */
    async register(idNumber: string, options: StepOptions = {}): Promise<string> {
      const visit = await begin(idNumber, 'outpatient')
      await step('register', '2201', visit, inputs.register(visit), options)
      return visit.number
    },

    /** 2203A: what the doctor found */
    async diagnose(number: string): Promise<void> {
      const visit = visitOf(number)
      await step('diagnose', '2203A', visit, inputs.findings(visit, idOf(visit)))
    },

    /** 2204: the lines of the bill */
    async upload(number: string, lines: readonly Line[], options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('upload', '2204', visit, inputs.fees(visit, idOf(visit), visit.batch, lines), options)
    },

    /** 2205: takes the lines back */
    async dropFees(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('drop-fees', '2205', visit, inputs.dropFees(visit, idOf(visit), visit.batch), options)
    },

    /** 2202: the visit never was */
    async unregister(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      await step('unregister', '2202', visit, inputs.unregister(visit, idOf(visit)), options)
    },

    /** 2206: what the settlement would come to */
    async preSettle(number: string): Promise<void> {
      const visit = visitOf(number)
      const input = inputs.settle(visit, idOf(visit), visit.batch, sumOf(visit.lines))
      await step('pre-settle', '2206', visit, input)
    },

    /** 2207 */
    async settle(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      const { batch, lines, parts } = visit
      const input = inputs.settle(visit, idOf(visit), batch, sumOf(lines), parts ?? undefined)
      await step('settle', '2207', visit, input, options)
    },

    /** 2208: gives a settlement back; the fees can be settled again */
    async cancel(number: string, options: StepOptions = {}): Promise<void> {
      const visit = visitOf(number)
      const input = inputs.cancel(visit, idOf(visit), settlementOf(visit))
      await step('cancel', '2208', visit, input, options)
    },
  }
}
