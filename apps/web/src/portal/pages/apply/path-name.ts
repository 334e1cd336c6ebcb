import type { ApplyTexts } from '../../messages/apply.ts'

/** The name on screen of the field at a path: `bills.0.amount` → `第 1 张票据 · 票据金额（元）`. */
export function pathName(path: string, t: ApplyTexts): string {
  const [head, second, third, , fifth] = path.split('.')
  const names: Record<string, string> = {
    hospitalCode: t.visit.hospital,
    hospitalName: t.visit.hospital,
    from: t.visit.fromIn,
    to: t.visit.toIn,
    recordNumber: t.visit.recordIn,
    diagnosis: t.visit.diagnosis,
    carePlace: t.visit.care,
    accident: t.visit.accident,
    kind: t.bills.kind,
    code: t.bills.code,
    number: t.bills.number,
    checkCode: t.bills.checkCode,
    issuedOn: t.bills.date,
    amount: t.bills.amount,
    lines: t.bills.lines,
    holder: t.payee.holder,
    bankName: t.payee.bank,
    account: t.payee.account,
    otherPaid: t.payee.other,
    phone: t.payee.phone,
    note: t.payee.note,
    reason: t.withdrawal.reason,
    happenedOn: t.withdrawal.happenedOn(''),
    settlementId: t.steps.objection,
    text: t.steps.objection,
    place: t.steps.remote,
    until: t.visit.toIn,
    heirName: t.withdrawal.heirName,
    heirRelation: t.withdrawal.heirRelation,
  }
  if (head === 'bills' && second !== undefined) {
    const bill = t.bills.bill(Number(second) + 1)
    const column = fifth === undefined ? undefined : (t.bills.col as Record<string, string>)[fifth]
    return [bill, third && names[third], column].filter(Boolean).join(' · ')
  }
  return names[second ?? head ?? ''] ?? path
}
