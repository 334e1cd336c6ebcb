import { plainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openTown } from '../../../../test/claims-town.ts'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { openCases } from '../../cases/index.ts'
import { claimHandler } from '../../claims/index.ts'
import { personFilingsRoutes, remoteInForce } from '../../person-filings/index.ts'
import { remoteCareHandler } from '../index.ts'

const CITIES = new Map([['370800', '济宁市']])
const town = await openTown({
  register: (app, deps) => personFilingsRoutes(app, { ...deps, cities: () => CITIES }),
})
const { packs, api, ok, db, clerk } = town
openCases({ packs, handlers: { claim: claimHandler, 'remote-care': remoteCareHandler }, parts: {} })
// Somebody of the city's own office owns what comes in from home.
await memberOfStaff(town.test, '值班', town.city, 'clerk')
const REGION = '330600'
const ITEM = 'away.long-stay'
const remote = (more: object = {}) => ({ remote: { place: '310000', from: '2020-10-12', ...more } })
const inForce = (personId: string, day: string, city = '310100') =>
  remoteInForce(db, REGION, personId, plainDate(day), city)
const faultsOf = async (person: Awaited<ReturnType<typeof town.person>>, more: object, item = ITEM) => {
  const { caseId } = await town.draft(person, remote(more), item)
  const { faults } = await ok(`POST /cases/${caseId}/check`, clerk, {})
  return faults.map(({ code }: { code: string }) => code)
}

it('is checked, filed and in force with one act, and decides how care in that place counts', async () => {
  const person = await town.person()
  const draft = await town.draft(person, { ...remote(), note: '随子女居住' }, ITEM)
  expect(await inForce(person.personId, '2020-10-12')).toBeUndefined()
  const filed = await town.handIn(draft)
  expect(filed).toMatchObject({ state: 'approved', stateName: expect.any(String), acts: [] })
  expect(await inForce(person.personId, '2020-10-12')).toMatchObject({ why: 'long-stay', place: '310000' })
  expect(await inForce(person.personId, '2030-01-01')).toBeDefined()
  expect(await inForce(person.personId, '2020-10-11')).toBeUndefined()
  expect(await inForce(person.personId, '2020-10-12', '330100')).toBeUndefined()
  const mine = await api('GET /my/filings', person)
  expect(mine.body.items).toMatchObject([
    {
      kind: 'remote',
      source: 'case',
      why: 'long-stay',
      place: { code: '310000', name: '上海市' },
      until: null,
    },
  ])
  expect(await faultsOf(person, {})).toEqual(['filed-already'])
  expect(await faultsOf(person, { place: '320500' })).toEqual([])
})

it('offers the provinces and the cities known here, and calls a city by its name', async () => {
  const person = await town.person()
  const places = await api('GET /filings/places', person)
  expect(places.body.items).toContainEqual({ code: '330000', name: '浙江省' })
  expect(places.body.cities).toEqual([{ code: '370800', name: '济宁市' }])
  await town.handIn(await town.draft(person, { ...remote({ place: '370800' }), note: '随子女居住' }, ITEM))
  const mine = await api('GET /my/filings', person)
  expect(mine.body.items).toMatchObject([{ place: { code: '370800', name: '济宁市' } }])
})

it('tells every fault at once, in a sentence with what to do', async () => {
  const person = await town.person()
  expect(await faultsOf(person, { place: '', from: 'x' })).toEqual(['place-missing', 'day-unreadable'])
  expect(await faultsOf(person, { place: '330602' })).toEqual(['place-wrong'])
  expect(await faultsOf(person, { from: '2020-10-11' })).toEqual(['from-outside'])
  expect(await faultsOf(person, { until: '2020-10-01' })).toEqual(['until-before-from'])
  expect(await faultsOf(person, {}, 'away.retired')).toEqual(['not-retired'])
  const draft = await town.draft(person, remote({ place: '' }), ITEM)
  const refused = await api(`POST /cases/${draft.caseId}/hand-in`, clerk, { version: draft.version })
  expect(refused.status).toBe(422)
  expect(await inForce(person.personId, '2020-10-12')).toBeUndefined()
})

it('asks a person at home for the papers of the item before it files', async () => {
  const person = await town.person()
  const made = await ok('POST /cases', person, { itemId: ITEM, personId: person.personId })
  const saved = await ok(`PUT /cases/${made.caseId}/content`, person, {
    version: made.version,
    content: remote(),
  })
  const answer = await api(`POST /cases/${made.caseId}/hand-in`, person, { version: saved.version })
  expect(answer.status).toBe(422)
  expect(answer.body.errors.length).toBeGreaterThan(0)
})

it('never has two filings of one place on one day, whatever is asked in whatever order', async () => {
  const days = fc
    .integer({ min: 0, max: 40 })
    .map(
      (after) =>
        `2020-${after < 19 ? '10' : '11'}-${String(after < 19 ? 12 + after : after - 10).padStart(2, '0')}`,
    )
  const asked = fc.array(fc.record({ from: days, until: fc.option(days, { nil: '' }) }), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(asked, async (wanted) => {
      const person = await town.person()
      for (const { from, until } of wanted) {
        const draft = await town.draft(person, remote({ from, until }), ITEM)
        await api(`POST /cases/${draft.caseId}/hand-in`, clerk, { version: draft.version })
      }
      const { body } = await api('GET /my/filings', person)
      const spans: { from: string; until: string }[] = body.items.map(
        (one: { from: string; until: string | null }) => ({
          from: one.from,
          until: one.until ?? '2199-12-31',
        }),
      )
      const shared = spans.flatMap((a, at) =>
        spans.slice(at + 1).filter((b) => a.from <= b.until && b.from <= a.until),
      )
      expect(shared).toEqual([])
    }),
    { numRuns: 6 },
  )
})
