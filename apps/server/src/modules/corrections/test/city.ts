import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import { allA, claim, openTown, type ContentShape } from '../../../../test/claims-town.ts'
import { createLog } from '../../../platform/log.ts'
import type { Caller, PersonCaller } from '../../../platform/http/caller.ts'
import { newId } from '../../../platform/uuid.ts'
import { putFeeItem } from '../../catalogue/index.ts'
import { claimHandler, openClaims } from '../../claims/index.ts'
import { openCases } from '../../cases/index.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { forgetAgreements } from '../../institutions/index.ts'
import { paymentOf, paymentsRoutes } from '../../payments/index.ts'
import { openSettlement, psnNo, settlementHandlers } from '../../settlement/index.ts'
import { agreed, feeLines, finding, HOSPITAL, registration, settling } from '../../settlement/test/clinic.ts'
import { correctionsRoutes, openCorrections } from '../index.ts'
import { returnFile } from '../../payments/test/bank.ts'
import { readReply } from '@yichuang/hsa'

export interface Subject {
  readonly kind: 'case' | 'settlement'
  readonly id: string
}

/** A city that pays claims and settles at the bedside, in which paid decisions can be corrected. */
export async function openCity(regionCode = '330600', now?: string) {
  const town = await openTown({
    regionCode,
    ...(now !== undefined && { now }),
    parts: { payment: paymentOf },
    register: (app, deps) => {
      paymentsRoutes(app, deps)
      correctionsRoutes(app, deps)
    },
  })
  const { ok, api, db, test, clock, keys, county } = town
  const second = await town.staff('沈复核', 'supervisor', 'approver', 'finance')
  openSettlement({ packs: town.packs })
  openCorrections({ packs: town.packs, cipher: keys.cipher })
  forgetAgreements()
  if (regionCode === '330600') await agreed(db, HOSPITAL)
  for (const [code, cls, selfPayRatio] of [
    ['A1', 'A', '0'],
    ['C1', 'C', '1'],
  ] as const)
    await putFeeItem(db, regionCode, '2019-01-01', {
      code,
      name: `药品${code}`,
      kind: 'drug',
      class: cls,
      selfPayRatio,
      unit: '盒',
      ceilingPrice: null,
      source: '测试',
    })
  const hospital = openHospital({
    database: test.database,
    clock,
    log: createLog('error'),
    front: {} as FrontDoor,
    handlers: settlementHandlers,
  })
  let sent = 0
  const send = async (infno: string, input: unknown) => {
    sent += 1
    const text = JSON.stringify({
      infno,
      msgid: `${HOSPITAL}20201012100000${String(sent).padStart(4, '0')}`,
      mdtrtarea_admvs: regionCode,
      insuplc_admdvs: regionCode,
      recer_sys_code: 'FSI_LOCAL',
      infver: 'V1.0',
      opter_type: '1',
      opter: 'op1',
      opter_name: '收费员',
      inf_time: '2020-10-12 10:00:00',
      fixmedins_code: HOSPITAL,
      fixmedins_name: '医院',
      sign_no: '',
      input,
    })
    const read = readReply((await hospital.dispatch({ text, institution: HOSPITAL })).text)
    if (!read.ok) throw new Error('the reply cannot be read')
    // Tests look at what they expect.
    // oxlint-disable-next-line typescript/no-explicit-any
    return read.value as unknown as { accepted: boolean; reason?: string; output: any }
  }
  const ask = async (infno: string, input: unknown) => {
    const { accepted, reason, output } = await send(infno, input)
    if (!accepted) throw new Error(`${infno} was refused: ${reason}`)
    return output
  }

  /** Decisions follow one another: the year is the order in which they were made. */
  const tick = () => clock.set(new Date(clock.now().getTime() + 1000).toISOString())

  /** a claim that was granted; everything of it is class A */
  async function granted(who: PersonCaller, content: object, itemId = 'claims.inpatient'): Promise<Subject> {
    tick()
    const view = await town.proposed(await town.accepted(who, content, itemId))
    const { status, body } = await town.approve(view)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return { kind: 'case', id: body.caseId }
  }
  /** an account settled at the out-patient window */
  async function settled(
    who: PersonCaller,
    amount: string,
    {
      code = 'A1',
      flag = '0',
      begntime,
    }: { readonly code?: string; readonly flag?: string; readonly begntime?: string } = {},
  ): Promise<Subject> {
    tick()
    const insured = {
      personId: who.personId,
      psnNo: psnNo(regionCode, who.personId),
      idNumber: await idOf(who),
    }
    const visit = (await ask('2201', registration(insured, begntime ? { begntime } : {}))).data
      .mdtrt_id as string
    await ask('2203', finding(insured, visit))
    const line = { sn: '1', code, cnt: '1', pric: amount, amount }
    await ask('2204', feeLines(insured, visit, 'B1', [line]))
    const { setlinfo } = await ask('2207', settling(insured, visit, 'B1', amount, { acct_used_flag: flag }))
    return { kind: 'settlement', id: setlinfo.setl_id }
  }
  async function takenBack(who: PersonCaller, { id }: Subject) {
    const [row] = await test.sql<{ visit: string }>(
      'select visit_id as visit from settlement.settlement where settlement_id = $1',
      [id],
    )
    const data = { psn_no: psnNo(regionCode, who.personId), setl_id: id, mdtrt_id: row!.visit }
    return send('2208', { data })
  }
  const ids = new Map<string, string>()
  async function idOf(who: PersonCaller): Promise<string> {
    const known = ids.get(who.personId)
    if (known !== undefined) return known
    const [row] = await test.sql<{ enc: Buffer }>(
      'select id_number_enc as enc from insured.person where person_id = $1',
      [who.personId],
    )
    const plain = keys.cipher.decrypt(row!.enc, 'person.resident-id')
    ids.set(who.personId, plain)
    return plain
  }

  /** pays everything that waits, as the bank reports it */
  async function payAll(result = '成功') {
    const run = await ok('POST /payment-runs', town.finance, { officeId: county.id })
    await ok(`POST /payment-runs/${run.runId}/bank-file`, town.finance, {})
    const { payments } = await ok(`GET /payment-runs/${run.runId}?regionCode=${regionCode}`, town.finance)
    const lines = payments.map(({ paymentId, amount }: { paymentId: string; amount: string }) => ({
      paymentId,
      amount,
      result,
      ...(result !== '成功' && { reason: '账号已注销' }),
    }))
    const boundary = newId()
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="return.csv"\r\ncontent-type: text/csv\r\n\r\n`
    const answer = await town.call(
      `POST /api/v1/payment-runs/${run.runId}/return-file?regionCode=${regionCode}`,
      {
        as: town.finance,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.from(`${head}${returnFile(lines)}\r\n--${boundary}--\r\n`),
      },
    )
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return payments as { amount: string; caseNumber: string; caseId: string | null; holder: string }[]
  }

  const propose = (subject: Subject, change: object, as: Caller = town.reviewer, more: object = {}) =>
    api('POST /corrections', as, {
      subject,
      change,
      reasonKind: 'audit',
      reason: '审计发现多支付',
      ...more,
    })
  const decide = (
    { correctionId, version }: { correctionId: string; version: number },
    as: Caller = second,
    outcome = 'approve',
  ) => api(`POST /corrections/${correctionId}/decide`, as, { version, outcome })
  /** proposed by one, approved by another */
  async function corrected(subject: Subject, change: object) {
    const proposed = await propose(subject, change)
    if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body))
    const decided = await decide(proposed.body)
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body))
    return decided.body
  }
  /** the year of every payer, as stored; rows that hold nothing are left out */
  async function year({ personId }: PersonCaller) {
    const basic = await test.sql<Record<string, unknown>>(
      `select care_kind as id, deductible_used as deductible, in_scope_used as base, fund_paid as paid, admissions
       from claims.accumulator where person_id = $1 and year = 2020 and (in_scope_used > 0 or admissions > 0)
       order by care_kind`,
      [personId],
    )
    const later = await test.sql<Record<string, unknown>>(
      `select payer as id, deductible_used as deductible, base_used as base, paid from claims.payer_year
       where person_id = $1 and year = 2020 and (base_used > 0 or paid > 0) order by payer`,
      [personId],
    )
    return [...basic, ...later]
  }

  /** everything by another pack from here on */
  function rule(pack: Pack): void {
    const packs = { ...town.packs, current: () => pack, byHash: () => Promise.resolve(pack) }
    openClaims({ ...keys, packs })
    openCases({ packs, handlers: { claim: claimHandler }, parts: { payment: paymentOf } })
    openSettlement({ packs })
    openCorrections({ packs, cipher: keys.cipher })
  }

  return {
    town,
    second,
    granted,
    settled,
    takenBack,
    payAll,
    propose,
    decide,
    corrected,
    year,
    rule,
    ask,
    send,
  }
}

/** The first line of a claim or settlement classed as 丙. */
export const outOfCatalogue = (lineId: string) => ({
  kind: 'recode',
  lines: [{ lineId, class: 'C', selfPayRatio: '0', ceilingPrice: null, cutAmount: null, cutReason: null }],
})
export const sum = (amounts: readonly string[]) => formatYuan(sumFen(amounts.map((amount) => yuan(amount))))
export { allA, claim, type ContentShape }
