import { expect, it, test } from 'vitest'
import { PACKS_FOLDER } from '../../../packs/index.ts'
import { openPacks } from '../../catalogue/index.ts'
import { openMeasuredPacks } from '../index.ts'
import { loadPacks } from '@yichuang/policy'
import { plainDate } from '@yichuang/kernel'
import { readPackFolder, sha256 } from '../../../packs/index.ts'
import { checkActivation } from '../check-activation.ts'
import { openMeasuredTown } from './measured-town.ts'

const town = await openMeasuredTown('2020-02-10')
const { switchOn, api, leader, countyLeader, clerk } = town
const SET = 'shaoxing-2020-9'
const phone = { measures: [`${SET}.phone`], from: '2020-02-10', until: '2020-06-30' }

test.each([
  [
    'ends before it starts',
    { until: '2020-02-09' },
    'measure-ends-before-start',
    /2020-02-09 is before 2020-02-10/,
  ],
  [
    'begins before its authority',
    { from: '2020-01-01' },
    'measure-before-authority',
    /2020-01-29.*2020-01-01/,
  ],
  ['is unknown', { measures: [`${SET}.free-lunch`] }, 'measure-unknown', /free-lunch/],
  ['is for a place outside the region', { places: ['110101'] }, 'measure-place-outside', /110101/],
  [
    'is for people the document does not cover',
    { measures: [`${SET}.im`], groups: ['resident'] },
    'measure-group-outside',
    /residents’ insurance/,
  ],
  ['is for a group nobody knows', { groups: ['astronauts'] }, 'measure-group-outside', /astronauts/],
  [
    'lets papers come at no day',
    { measures: [`${SET}.papers-later`] },
    'measure-papers-days',
    /papers later/,
  ],
  [
    'is on already by the document',
    { measures: [`${SET}.no-out-of-area-cut`] },
    'measure-overlaps',
    /from 2020-01-29, without an end/,
  ],
])('a measure that %s is refused in one sentence', async (_name, change, code, sentence) => {
  const { status, body } = await switchOn({ ...phone, ...change })
  expect(body.code).toBe(code)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(body.detail).toMatch(sentence)
  expect(body.mend).toMatch(/^[A-Z]/)
})

it('does not outlive its authority: the document names the last day, and the sentence says which', async () => {
  const files = new Map(await readPackFolder(PACKS_FOLDER))
  const file = 'cn-33-06-shaoxing/measures/shaoxing-2020-9.yaml'
  files.set(
    file,
    files
      .get(file)!
      .replace('    effect: { kind: open-channel, channel: phone }\n', '$&    longest: 2020-06-30\n'),
  )
  const load = loadPacks(files, sha256)
  if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
  const pack = load.packs.get('cn-33-06-shaoxing')!
  const wanted = { ...phone, places: [], groups: [], from: plainDate('2020-02-10') }
  const until = (day: string) => () => checkActivation(pack, [], { ...wanted, until: plainDate(day) })
  expect(until('2020-07-01')).toThrow(/allows it until 2020-06-30, not until 2020-07-01/)
  expect(until('2020-06-30')()).toBe(SET)
})

it('switches the same measure on again only where and when it is not on', async () => {
  const here = await switchOn({ ...phone, places: ['330602'] })
  expect(here.status).toBe(200)
  const again = await switchOn({ ...phone, from: '2020-06-30', until: '2020-12-31' })
  expect(again.body.code).toBe('measure-overlaps')
  const later = await switchOn({ ...phone, from: '2020-07-01', until: '2020-12-31' })
  expect(later.body).toMatchObject({ state: 'coming' })
  const into = await api(`PUT /measures/activations/${here.body.activationId}`, leader, {
    until: '2020-08-01',
    reason: '延长',
  })
  expect(into.body.code).toBe('measure-overlaps')
})

it('lets a leader of a county act for the county alone, and nobody else at all', async () => {
  const all = await switchOn({ ...phone, measures: [`${SET}.larger-prescription`] }, countyLeader)
  expect(all.body).toMatchObject({ code: 'measure-place-outside' })
  const own = await switchOn(
    { ...phone, measures: [`${SET}.larger-prescription`], places: ['330602'] },
    countyLeader,
  )
  expect([own.status, own.body.places.map(({ id }: { id: string }) => id)]).toEqual([200, ['330602']])
  expect((await switchOn(phone, clerk)).status).toBe(403)
})

it('acts in the county it is for, and not in the city office beside it', async () => {
  const about = { regionCode: town.regionCode, insurance: 'employee', personClass: 'active' }
  const of = async (officeId: string) =>
    (await town.packs.currentFor({ ...about, officeId })).acting.map(({ measure }) => measure)
  expect(await of(town.county.id)).toContain(`${SET}.phone`)
  expect((await of(town.city.id)).filter((name) => name === `${SET}.phone`)).toHaveLength(1)
  expect((await of(town.county.id)).filter((name) => name === `${SET}.phone`)).toHaveLength(2)
})

it('cannot be changed once it is over, nor found under a wrong name', async () => {
  await town.goTo('2021-03-01')
  const panel = await town.call(`GET /api/v1/measures?regionCode=${town.regionCode}`, { as: leader })
  const over = panel.body.activations.find(({ state }: { state: string }) => state === 'ended')
  const late = await api(`PUT /measures/activations/${over.activationId}`, leader, {
    until: '2021-12-31',
    reason: '再延长',
  })
  expect(late.body.code).toBe('activation-over')
  const none = await api('PUT /measures/activations/no-such', leader, { until: '2021-12-31', reason: '延长' })
  expect(none.body.code).toBe('activation-unknown')
})

it('keeps a measure from being made permanent while nobody has said what the rule needs, or on words that are not there', async () => {
  const words = { from: '2021-04-01', document: 'shaoxing-2020-9', reason: '转为长期' }
  const { body } = await api('POST /measures/proposals', leader, {
    measureId: `${SET}.papers-later`,
    clause: '二（四）',
    quote: '事后再补资料',
    ...words,
  })
  expect(body).toMatchObject({ code: 'measure-not-permanent' })
  expect(body.detail).toContain('within how many days')
  const standing = await api('POST /measures/proposals', leader, {
    measureId: `${SET}.prepayment`,
    clause: '二（三）',
    quote: '确保预付金及时到位',
    ...words,
  })
  expect(standing.status).toBe(200)
  expect(standing.body.changes[0].content).toContain('id: prepayment-permanent')
  const faulty = await api('POST /measures/proposals', leader, {
    measureId: `${SET}.phone`,
    from: '2021-04-01',
    document: 'shaoxing-2020-9',
    clause: '二（四）',
    quote: '文件里没有的话',
    reason: '转为长期',
  })
  expect(faulty.body).toMatchObject({ code: 'proposal-faulty' })
  expect(faulty.body.detail).toContain('文件里没有的话')
})

it('reads the same after a restart: the pack a case was handed in under is found by its hash', async () => {
  const about = {
    regionCode: town.regionCode,
    officeId: town.county.id,
    insurance: 'employee',
    personClass: 'active',
  }
  const pack = await town.packs.currentFor(about)
  const again = await openMeasuredPacks(await freshPacks(), town.test.database)
  const found = await again.byHash(pack.id, pack.hash)
  expect(found.hash).toBe(pack.hash)
  expect(found.acting).toEqual(pack.acting)
})

async function freshPacks() {
  return openPacks(town.test.db, PACKS_FOLDER, new Date('2021-03-01T00:00:00Z'))
}
