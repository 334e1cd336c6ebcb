import { expect, it } from 'vitest'
import { saveHospital } from '../../organisations/index.ts'
import { usedBy } from '../index.ts'
import { allA, claim, openTown } from '../../../../test/claims-town.ts'

const town = await openTown()
const { ok } = town

it('takes bills from estimate to decision, with every figure explained', async () => {
  const who = await town.person()
  const draft = await town.draft(who, claim('6000.00', '4000.00'))
  const check = await ok(`POST /cases/${draft.caseId}/check`, town.clerk, {})
  expect(check.faults).toEqual([])
  expect(check.estimate.basis).toBe('estimate')
  expect(check.estimate.borrowed.why).toContain('Nanchang')
  // 职工三级医院：起付 800，85%
  expect(check.estimate.amounts).toMatchObject({ total: '10000.00', deductible: '800.00', fund: '7820.00' })
  expect(check.estimate.assumptions).toHaveLength(1)

  const handedIn = await town.handIn(draft)
  expect(handedIn).toMatchObject({ state: 'submitted', total: '10000.00', hospitalName: '第一医院' })
  const accepted = await ok(`POST /cases/${draft.caseId}/accept`, town.clerk, { version: handedIn.version })
  const coding = allA(accepted.content)
  coding[1] = { ...coding[1]!, class: 'C' }
  const { workings, ...preview } = await ok(`POST /cases/${draft.caseId}/calculate`, town.reviewer, {
    coding,
  })
  expect(workings.rows[0].amount).toBe('4420.00')
  expect(preview.basis).toBe('coded')
  expect(preview.amounts).toMatchObject({ outOfCatalogue: '4000.00', inScope: '6000.00', fund: '4420.00' })
  const saved = await ok(`PUT /cases/${draft.caseId}/coding`, town.reviewer, {
    version: accepted.version,
    coding,
  })
  expect(saved.calculation).toEqual(preview)
  const seen = await ok(`GET /cases/${draft.caseId}?regionCode=330600`, town.reviewer)
  expect(seen.calculation).toEqual(preview)
  expect(seen.coding).toEqual(coding)

  const proposed = await ok(`POST /cases/${draft.caseId}/propose`, town.reviewer, {
    version: saved.version,
    outcome: 'grant',
    reason: '',
  })
  expect(proposed).toMatchObject({ state: 'reviewed', fund: '4420.00' })
  const { status, body: decided } = await town.approve(proposed)
  expect(status).toBe(200)
  expect(decided).toMatchObject({ state: 'approved', fund: '4420.00' })
  expect(decided.decision).toMatchObject({ outcome: 'granted', by: '钱审批', reviewedBy: '赵审核' })
  expect(decided.decision.amounts).toEqual(preview.amounts)
  expect(decided.decision.explanation).toEqual(preview.explanation)
  expect(decided.calculation.amounts).toEqual(preview.amounts)
  const key = {
    regionCode: '330600',
    personId: who.personId,
    insurance: 'employee',
    kind: 'inpatient',
    year: 2020,
  } as const
  expect(await usedBy(town.db, key)).toMatchObject({ deductibleUsed: 80000, fundPaid: 442000, admissions: 1 })
})

it('says that a hospital elsewhere and care at the insured place do not go together', async () => {
  await saveHospital(town.db, {
    hospitalCode: 'H31010100001',
    regionCode: '310100',
    territory: '310101',
    name: '上海的医院',
    level: 'tertiary',
  })
  const content = claim('6000.00')
  const warningsFor = async (carePlace: string) => {
    const visit = { ...content.visit, hospitalCode: 'H31010100001', carePlace }
    const draft = await town.draft(await town.person(), { ...content, visit })
    const { faults, warnings } = await ok(`POST /cases/${draft.caseId}/check`, town.clerk, {})
    expect(faults).toEqual([])
    return (warnings as { path: string; code: string }[]).filter(({ path }) => path === 'visit.carePlace')
  }
  expect(await warningsFor('local')).toMatchObject([{ code: 'care-place-not-local' }])
  // Nobody has filed care there for this person.
  expect(await warningsFor('out-filed')).toMatchObject([{ code: 'filing-not-found' }])
})
