import type { CareKind } from '@yichuang/benefits'
import { isMissing, parameterOn, type Pack } from '@yichuang/policy'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { filingsInForce } from '../person-filings/index.ts'
import { isInjury, named } from './med-type.ts'

/** Care that may be for an accident. */
interface MaybeAccident {
  readonly personId: string
  readonly beganOn: PlainDate
  readonly kind: CareKind
  readonly medType: string
}

const OTHERS = 'scope.others-pay'

/**
 * That care for an accident is the fund's to pay: it was filed (2507), and the filing says that nobody else is liable. Asks
 * for care that is said to be for an accident, and for every stay, whose kind may hide one. One statement, else none.
 */
export async function checkAccident(
  db: Db,
  pack: Pack,
  regionCode: string,
  { hospitalCode }: Hospital,
  { personId, beganOn, kind, medType }: MaybeAccident,
): Promise<void> {
  const injury = isInjury(medType)
  if (!injury && kind === 'outpatient') return
  const filings = (await filingsInForce(db, regionCode, personId, 'accident', beganOn)).filter(
    ({ institutionCode }) => institutionCode === null || institutionCode === hospitalCode,
  )
  const liable = filings.find(({ accident }) => accident?.mayPay === false)
  if (liable)
    throw new HospitalFault(
      `该人员的意外伤害备案（${liable.number}）载明费用应由第三人或工伤保险负担，基本医疗保险基金不支付${clauseOn(pack, beganOn)}。请按自费结算，由责任方支付；第三人不支付或无法确定第三人的，请该人员到经办机构申请先行支付。`,
    )
  if (injury && filings.length === 0)
    throw new HospitalFault(
      `医疗类别（med_type）${named(medType)}：该人员 ${beganOn} 在本机构没有有效的意外伤害备案。请先用 2507 备案受伤时间、经过和审核支付标志（chk_pay_flag），再结算。`,
    )
}

/** `（中华人民共和国社会保险法第三十条）` where the packs have it. */
function clauseOn(pack: Pack, on: PlainDate): string {
  if (!pack.parameters.has(OTHERS)) return ''
  const rule = parameterOn(pack, OTHERS, 'third-party', on)
  return isMissing(rule) ? '' : `（${rule.source.citation}${rule.source.clause}）`
}
