import { plainDate } from '@yichuang/kernel'
import { loadPacks, packUnder, type Pack } from '@yichuang/policy'
import { describe, expect, it } from 'vitest'
import { readPackFolder, sha256 } from '../../../packs/index.ts'
import { openSettlement } from '../index.ts'
import { PACKS } from './all-payers.ts'
import { feeLines, finding, openClinic, registration, settling, type Insured } from './clinic.ts'

const clinic = await openClinic()
const files = await readPackFolder(PACKS)
const PLACE = 'cn-33-06-shaoxing'
const MEASURE = 'shaoxing-2020-9.larger-prescription'
const REFUSED = 'cn/parameters/prescriptions/longer-refused.yaml'

function packWith(more: ReadonlyMap<string, string> = new Map()): Pack {
  const load = loadPacks(new Map([...files, ...more]), sha256)
  if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
  return load.packs.get(PLACE)!
}
const relieved = (pack: Pack) =>
  packUnder(
    pack,
    [
      ...pack.acting,
      { activation: 'a1', measure: MEASURE, from: plainDate('2020-02-10'), places: [], groups: [] },
    ],
    sha256,
  )
const settleBy = (pack: Pack) =>
  openSettlement({ packs: { current: () => pack, byHash: () => Promise.resolve(pack) } })

/** A visit of a kind with one drug for so many days, as 2204 is answered. */
async function prescribed(who: Insured, days: string, medType = '11') {
  const { data } = await clinic.ask('2201', registration(who))
  const visitId = data.mdtrt_id as string
  await clinic.ask('2203', finding(who, visitId, { med_type: medType }))
  const { feedetail } = feeLines(who, visitId, 'B1', [
    { sn: '1', code: 'A1', cnt: '2', pric: '50.00', amount: '100.00' },
  ])
  const lines = { feedetail: feedetail.map((line) => ({ ...line, prd_days: days })) }
  return { visitId, answer: await clinic.send('2204', lines) }
}
const memo = async (days: string, medType?: string) => {
  const { answer } = await prescribed(await clinic.insured(), days, medType)
  expect(answer.accepted).toBe(true)
  return answer.output.result[0].memo as string | null
}
const marks = () =>
  clinic.sql<{ measure_id: string }>(`select measure_id from measures.mark where measure_id = '${MEASURE}'`)

describe('a prescription at the bedside', () => {
  it('for more days than 处方管理办法 第十九条 ordinarily allows is told to the hospital, and settled as ever', async () => {
    settleBy(packWith())
    expect(await memo('7')).toBeNull()
    expect(await memo('30')).toBe(
      '处方用药 30 天（prd_days），超过 7 天（《处方管理办法》（卫生部令第53号）第十九条）。确需延长的，医师应当注明理由',
    )
    expect(await memo('5', '13')).toContain('超过 3 天')
    expect(await memo('0')).toBeNull()
    const who = await clinic.insured()
    const { visitId } = await prescribed(who, '30')
    await clinic.ask('2207', settling(who, visitId, 'B1', '100.00'))
    expect(await marks()).toEqual([])
  })

  it('for a chronic disease is not judged while nobody has loaded for how long it may be', async () => {
    expect(await memo('60', '14')).toBeNull()
  })

  it('under the measure may be larger: the hospital is told by what, and the settlement carries its mark', async () => {
    settleBy(relieved(packWith()))
    expect(await memo('30')).toBe(
      '处方用药 30 天，按应急措施“允许增加单次处方用药量”办理（《绍兴市医疗保障局关于做好新型冠状病毒感染的肺炎疫情防控期间医保经办服务工作的通知》（绍市医保〔2020〕9号）二（三））',
    )
    const who = await clinic.insured()
    const { visitId } = await prescribed(who, '30')
    const { setlinfo } = await clinic.ask('2207', settling(who, visitId, 'B1', '100.00'))
    expect(await marks()).toHaveLength(1)
    const [mark] = await clinic.sql<{ subject: string; subject_number: string }>(
      `select subject, subject_number from measures.mark where measure_id = '${MEASURE}'`,
    )
    expect(mark).toEqual({ subject: 'settlement', subject_number: setlinfo.setl_id })
    const ordinary = await clinic.insured()
    const within = await prescribed(ordinary, '7')
    await clinic.ask('2207', settling(ordinary, within.visitId, 'B1', '100.00'))
    expect(await marks()).toHaveLength(1)
  })

  it('is sent back where the place says so, in one sentence with line and mend, and the measure lifts that', async () => {
    const source = '{ document: prescriptions-2007, clause: 第十九条, quote: 处方一般不得超过7日用量 }'
    const refusing = files
      .get(REFUSED)!
      .replace('values: []', `values:\n  - { from: 2020-01-01, value: true, source: ${source} }`)
    const strict = packWith(new Map([[REFUSED, refusing]]))
    settleBy(strict)
    const { answer } = await prescribed(await clinic.insured(), '8')
    expect([answer.accepted, answer.reason]).toEqual([
      false,
      'feedetail 第 1 行：处方用药 8 天（prd_days），超过 7 天（《处方管理办法》（卫生部令第53号）第十九条），本地不予接收。请按规定天数开具后重传。',
    ])
    settleBy(relieved(strict))
    expect(await memo('8')).toContain('按应急措施')
  })
})
