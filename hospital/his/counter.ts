import type { Line } from '../client/messages.ts'
import { shopInputs } from '../client/other-messages.ts'
import { inputs } from '../client/messages.ts'
import { idOf, settlementOf, type StepOptions, type Steps } from './steps.ts'

/** 药店: a basket is tried and settled in one message each, and given back. */
export function counterOf({ begin, step, visitOf }: Steps) {
  return {
    /** 1101 and 2101: what a basket would come to; nothing is booked. Returns the number of the purchase. */
    async basket(idNumber: string, lines: readonly Line[]): Promise<string> {
      const buyer = { ...(await begin(idNumber, 'purchase')), lines }
      await step('basket', '2101', buyer, shopInputs.buy(buyer, lines))
      return buyer.number
    },

    /** 2102 */
    async buy(number: string, options: StepOptions = {}): Promise<void> {
      const buyer = visitOf(number)
      await step('buy', '2102', buyer, shopInputs.buy(buyer, buyer.lines), options)
    },

    /** 2103 */
    async giveBack(number: string, options: StepOptions = {}): Promise<void> {
      const buyer = visitOf(number)
      await step('give-back', '2103', buyer, inputs.cancel(buyer, idOf(buyer), settlementOf(buyer)), options)
    },
  }
}
