import { inputs } from './client/messages.ts'
import type { Answer, Station } from './client/station.ts'
import { clinicOf } from './his/clinic.ts'
import { counterOf } from './his/counter.ts'
import { filingsOf } from './his/filings.ts'
import { openSteps } from './his/steps.ts'
import { wardOf } from './his/ward.ts'
import type { Store } from './store.ts'

/**
 * A small hospital information system: it registers, treats, uploads fees, settles, and knows at each moment what it does not
 * know. Every step is one message.
 */
export function openHis(machine: { station: Station; store: Store }) {
  const steps = openSteps(machine)
  const { station, store, note, retry, reverse, query } = steps
  return {
    station,
    store,
    institution: station.options.institution,
    /** 9001 */
    signIn: (): Promise<Answer> => query('sign-in', '9001', inputs.signIn('00-00-00-00-00-00')),
    note,
    query,
    retry,
    reverse,
    ...clinicOf(steps),
    ...wardOf(steps),
    ...counterOf(steps),
    ...filingsOf(steps),
  }
}

export type His = ReturnType<typeof openHis>
export { Refused, REVERSIBLE } from './his/steps.ts'
