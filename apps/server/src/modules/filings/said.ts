import { Problem } from '../../platform/problem.ts'
import { HospitalFault, type HospitalCall } from '../hospital/index.ts'
import { personIdOf } from '../settlement/index.ts'
import type { Actor } from '../audit/index.ts'

/** Does the work of a message; what the service refuses comes back in its own words. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { title, detail, mend } = error.render('zh')
    throw new HospitalFault([title, detail, mend].filter(Boolean).join('。').replaceAll('。。', '。'), {
      cause: error,
    })
  }
}

/** The hospital whose system sent the message, as the one who acts. */
export function byMessage(call: HospitalCall) {
  const operator = call.frame.operator.name
  const actor: Actor = {
    id: null,
    name: operator ? `${call.institution.name}（${operator}）` : call.institution.name,
    side: 'agency',
  }
  return {
    institution: call.institution,
    actor,
    at: call.now,
    today: call.today,
    source: 'interface' as const,
  }
}

/** The person a message is about; it may be filed only for people of the hospital's own city. */
export function personIn(call: HospitalCall, psnNo: string): string {
  return personIdOf(call.regionCode, psnNo)
}

/** A hospital files for itself, not for another. */
export function mustBeOwn(call: HospitalCall, field: string, code: string): void {
  if (code.toUpperCase() !== call.institution.hospitalCode)
    throw new HospitalFault(
      `${field} 为 ${code}，不是本机构（${call.institution.hospitalCode}）。只能以本机构的名义备案，请改正。`,
    )
}
