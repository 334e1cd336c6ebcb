import { caseStates, figures } from '@yichuang/contracts'
import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../src/cli/verify-audit.ts'
import { cities } from '../src/demo/cities.ts'
import { demoAccounts, seedDemo } from '../src/demo/index.ts'
import { replayDecision } from '../src/modules/claims/index.ts'
import { openSessions } from '../src/modules/identity/index.ts'
import { findStaffByLogin } from '../src/modules/organisations/index.ts'
import { browser } from './browser.ts'
import { wholeServer } from './whole-server.ts'

const { app, database, deps, sql } = await wholeServer()
const told: string[] = []

/** What a first start that was cut short left behind: how many cases and claimed bills. */
const cutShort = { cases: -1, bills: -1 }

beforeAll(async () => {
  let files = 0
  const receive: typeof deps.files.receive = (...file) => {
    if ((files += 1) > 60) throw new Error('cut short')
    return deps.files.receive(...file)
  }
  const dying = { ...deps, files: { ...deps.files, receive } }
  // oxlint-disable-next-line vitest/no-standalone-expect -- a seeding that is not cut short would prove nothing
  const why = await seedDemo(dying, () => undefined).then(String, ({ message }: Error) => message)
  if (why !== 'cut short') throw new Error(`The first start was to be cut short, but: ${why}`)
  const [row] = await sql<typeof cutShort>(
    'select (select count(*)::int from cases."case") as cases, (select count(*)::int from claims.bill) as bills',
  )
  Object.assign(cutShort, row)
  await seedDemo(deps, (message) => void told.push(message))
}, 300_000)

/** A member of staff at the desk, as far as the API goes. */
async function staff(login: string) {
  const member = await findStaffByLogin(database.db, login)
  const sessions = openSessions(database.db, { idleMinutes: 60, longestHours: 12 })
  const token = await sessions.start(database.db, { staffId: member!.userId }, null)
  return async (url: string) => {
    const response = await app.inject({
      url: `/api/v1${url}`,
      headers: { cookie: `yichuang-session=${token}` },
    })
    return { status: response.statusCode, body: response.json<any>() } // oxlint-disable-line typescript/no-explicit-any -- any reply
  }
}

describe('the demonstration', () => {
  it('that was cut short in the middle leaves no half of it, and the next start tells it whole', () => {
    expect(cutShort).toEqual({ cases: 0, bills: 0 })
    expect(told.filter((message) => message.includes('demo cases'))).toHaveLength(cities.length)
  })

  it.each(cities.map((city) => [city.name.en, city] as const))(
    'has cases in every state in %s',
    async (_, city) => {
      const rows = await sql<{ state: string }>(
        `select distinct state from cases."case" where region_code = $1`,
        [city.regionCode],
      )
      expect(rows.map(({ state }) => state).sort()).toEqual([...caseStates].sort())
    },
  )

  it('has overdue cases with and without a reason, a notice that was the agency’s fault, and every grade', async () => {
    const [late] = await sql<Record<string, number>>(
      `select count(*) filter (where overdue_reason is not null)::int as explained,
              count(*) filter (where alarm = 'overdue' and overdue_reason is null)::int as unexplained,
              count(*) filter (where on_time = false)::int as decided,
              count(*) filter (where agency_faults > 0)::int as faults
       from cases."case"`,
    )
    expect(Object.values(late!).every((count) => count >= 2)).toBe(true)
    expect((await sql('select distinct grade from ratings.rating')).length).toBe(5)
  })

  it('lies behind whoever looks: nothing happens on the demo day or later', async () => {
    const [latest] = await sql<{ day: string }>('select max(day)::text as day from cases.event')
    expect(latest!.day < deps.clock.today()).toBe(true)
  })

  it('holds when every chain is recomputed', async () => {
    const answer = await verifyAll(database.db)
    expect(answer.broken).toBeUndefined()
    expect(answer.cases.rows).toBeGreaterThan(1000)
    expect(answer.trail.rows).toBeGreaterThan(100)
  })

  it('has a claim in Jining that basic insurance and critical-illness insurance paid together, to the fen', async () => {
    const rows = await sql<{ fund: string; payers: Record<string, string>; amount: string; state: string }>(
      `select d.fund, d.payers, p.amount, p.state, d.facts from claims.decision d
       join payments.payment p on p.region_code = d.region_code and p.case_id = d.case_id
       where d.region_code = '370800' and (d.payers ->> 'hifmi_pay')::numeric > 0`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { fund, payers, amount, state } of rows) {
      expect([state, amount]).toEqual(['paid', fund])
      expect(formatYuan(sumFen(Object.values(payers).map((part) => yuan(part))))).toBe(fund)
    }
    expect(rows).toMatchObject([{ facts: { scheme: { groups: ['hardship'] } } }])
  })

  it('replays every stored decision byte for byte, those of one payer and those of several', async () => {
    const rows = await sql<{ region_code: string; case_id: string; several: boolean }>(
      `select region_code, case_id, payers is not null as several from claims.decision where trace is not null`,
    )
    expect(new Set(rows.map(({ several }) => several))).toEqual(new Set([true, false]))
    const different: string[] = []
    for (const { region_code: regionCode, case_id: caseId } of rows) {
      const replay = await replayDecision(database.forRegion(regionCode), { regionCode, caseId })
      if (!replay?.same) different.push(caseId)
    }
    expect(different).toEqual([])
  })

  it('gives each year exactly what its decisions gave it, payer by payer', async () => {
    const wrong = await sql(
      `select y.person_id, y.payer, y.paid, sum((d.payers ->> 'hifmi_pay')::numeric) as decided
       from claims.payer_year y
       join claims.claim c on c.region_code = y.region_code and c.person_id = y.person_id
       join claims.decision d on d.region_code = c.region_code and d.case_id = c.case_id
         and d.facts -> 'claim' -> 'used' -> 'stages' ? y.payer
       group by y.region_code, y.person_id, y.payer, y.paid
       having y.paid <> sum((d.payers ->> 'hifmi_pay')::numeric)`,
    )
    expect(wrong).toEqual([])
  })

  it('is made once', async () => {
    told.length = 0
    await seedDemo(deps, (message) => void told.push(message))
    expect(told).toEqual([])
  })

  it.each(demoAccounts.map(({ login, for: side }) => [login, side] as const))(
    '%s signs in',
    async (login, side) => {
      const { signIn } = browser(app, `localhost:${deps.config.port}`)
      const { status } = await signIn(side, login)
      // The one who is insured elsewhere is told so; without a built web application a page answers 404.
      expect([200, 403, 404]).toContain(status)
      expect(status === 403).toBe(login === 'he.waidi')
    },
  )
})

describe('every figure', () => {
  it('is the number of the cases behind it, for any period, office and item', async () => {
    const get = await staff('supervisor.shaoxing')
    const offices: { id: string }[] = (await get('/offices?regionCode=330600')).body.items
    const day = fc
      .integer({ min: 0, max: 65 })
      .map((n) => new Date(Date.UTC(2020, 7, 15 + n)).toISOString().slice(0, 10))
    const scope = fc.record({
      days: fc.tuple(day, day).map((days) => days.sort()),
      office: fc.option(fc.constantFrom(...offices.map(({ id }) => id)), { nil: undefined }),
      item: fc.option(fc.constantFrom('claims.inpatient', 'claims.outpatient'), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(scope, fc.constantFrom(...figures), async ({ days, office, item }, figure) => {
        const query = new URLSearchParams({ regionCode: '330600', from: days[0], to: days[1] })
        if (office) query.set('officeId', office)
        if (item) query.set('itemId', item)
        const { counts } = (await get(`/supervision/figures?${query}`)).body
        let [found, cursor] = [0, '']
        do {
          const page = (await get(`/supervision/cases?${query}&figure=${figure}&limit=7${cursor}`)).body
          found += page.items.length
          cursor = page.next === null ? '' : `&cursor=${page.next}`
        } while (cursor !== '')
        expect([figure, found]).toEqual([figure, counts[figure]])
      }),
      { numRuns: 60 },
    )
  })

  it('adds up: decided is granted and refused; on time and overdue are among decided; offices sum to the whole', async () => {
    const get = await staff('supervisor.jining')
    const { body } = await get('/supervision/figures?regionCode=370800&from=2020-08-01&to=2020-10-15')
    const { counts } = body
    expect(counts.granted + counts.refused).toBe(counts.decided)
    expect(counts['on-time'] + counts.overdue).toBe(counts.decided)
    expect(counts['open-overdue']).toBeGreaterThan(0)
    for (const [figure, key] of [
      ['received', 'received'],
      ['decided', 'decided'],
      ['open', 'open'],
    ] as const)
      expect(
        body.byOffice.reduce((sum: number, office: Record<string, number>) => sum + office[key]!, 0),
      ).toBe(counts[figure])
    expect(body.byDay.reduce((sum: number, { received }: { received: number }) => sum + received, 0)).toBe(
      counts.received,
    )
    expect(body.baseline).toMatchObject([
      // Neither document gives it a limit.
      { itemId: 'records.account-withdrawal', statutoryDays: null, promisedDays: null, cutPercent: null },
      // Done at once.
      { itemId: 'away.retired', statutoryDays: 0, promisedDays: null, cutPercent: null },
      { itemId: 'away.long-stay' },
      { itemId: 'away.posted' },
      { itemId: 'claims.outpatient', statutoryDays: 30, promisedDays: 9, cutPercent: '70.0%' },
      { itemId: 'claims.inpatient', statutoryDays: 30, promisedDays: 9, cutPercent: '70.0%' },
      { itemId: 'objections.settlement', statutoryDays: null },
    ])
  })

  it('computes the targets of Jining from its rules and cases, with who can load what is missing', async () => {
    const get = await staff('supervisor.jining')
    const period = 'regionCode=370800&from=2020-08-01&to=2020-10-15'
    const { body } = await get(`/supervision/targets?${period}`)
    expect(body.targets).toMatchObject([
      { kind: 'materials', aim: { percent: '30%' }, pooled: { cut: null, reached: null }, compared: 0 },
      { kind: 'limits', aim: { percent: '50%' }, pooled: { cut: '68.6%' }, mean: { cut: '68.9%' } },
      {
        kind: 'non-instant',
        aim: { percent: '60%', clause: '一（一）' },
        pooled: { reached: true },
        compared: 3,
      },
      { kind: 'process', aim: { percent: '50%' }, pooled: { cut: null } },
    ])
    const row = body.targets[2].items.find(({ itemId }: { itemId: string }) => itemId === 'claims.inpatient')
    expect(row).toMatchObject({
      baseline: { count: 30, confirmed: true },
      here: { count: 9, confirmed: true },
      cut: '70.0%',
      reached: true,
      mostAllowed: 12,
      missing: null,
    })
    const unpromised = body.targets[0].items[0].missing as string
    expect(unpromised).toContain('济宁市医疗保障局')

    const figures = (await get(`/supervision/figures?${period}`)).body
    const cards = body.cards as any[] // oxlint-disable-line typescript/no-explicit-any -- any reply
    expect(cards).toHaveLength(28)
    // Objections stand in no national list, so there is nothing to compare them with.
    const compared = figures.baseline.filter(({ itemId }: any) => itemId !== 'objections.settlement') // oxlint-disable-line typescript/no-explicit-any -- any reply
    for (const { itemId, statutoryDays, promisedDays, actualP50 } of compared)
      expect(cards.find((card) => card.itemId === itemId).limit).toMatchObject({
        statutoryDays,
        promisedDays,
        actualP50,
        direction: statutoryDays && promisedDays !== null ? 'better' : 'unknown',
      })
    const sum = (of: (card: any) => number) => cards.reduce((total, card) => total + of(card), 0) // oxlint-disable-line typescript/no-explicit-any -- any reply
    expect(sum((card) => card.limit.decided)).toBe(figures.counts.decided)
    expect(sum((card) => card.quality.rated)).toBe(figures.counts.rated)
    expect(sum((card) => card.quality.badRatings)).toBe(figures.counts['bad-ratings'])
    expect((await get('/supervision/targets?regionCode=330600&from=2020-09-01&to=2020-10-15')).status).toBe(
      403,
    )
  })

  it('holds Shaoxing to no target of Jining, and says so', async () => {
    const get = await staff('supervisor.shaoxing')
    const { body } = await get('/supervision/targets?regionCode=330600&from=2020-09-01&to=2020-10-15')
    for (const target of body.targets) {
      expect(target).toMatchObject({ aim: null, pooled: { reached: null }, mean: { reached: null } })
      expect(target.missing).toContain('绍兴市医疗保障局')
    }
  })

  it('is for those who supervise the office: not for another city', async () => {
    const get = await staff('supervisor.jining')
    expect((await get('/supervision/figures?regionCode=330600&from=2020-09-01&to=2020-10-15')).status).toBe(
      403,
    )
  })
})

describe('the trail', () => {
  it('of a case merges its events with what else touched it, page by page and without a gap', async () => {
    const get = await staff('auditor.shaoxing')
    const [row] = await sql<{ case_id: string; event_count: number }>(
      `select case_id, event_count from cases."case" where region_code = '330600' and state = 'paid' limit 1`,
    )
    const seen: { stream: string; seq: number; at: string }[] = []
    let cursor = ''
    do {
      const page = (await get(`/audit?regionCode=330600&caseId=${row!.case_id}&limit=3${cursor}`)).body
      seen.push(...page.items)
      cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`
    } while (cursor !== '')
    const own = seen.filter(({ stream }) => stream === `case:${row!.case_id}`)
    expect(own.map(({ seq }) => seq)).toEqual(
      Array.from({ length: row!.event_count }, (_, i) => row!.event_count - i),
    )
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
  })

  it('of a member of staff has what they did and what was done to them', async () => {
    const get = await staff('auditor.shaoxing')
    const clerk = await findStaffByLogin(database.db, 'clerk.shaoxing')
    const acts = new Set<string>()
    let cursor = ''
    do {
      const page = (await get(`/audit?regionCode=330600&userId=${clerk!.userId}&limit=100${cursor}`)).body
      for (const { act } of page.items) acts.add(act)
      cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`
    } while (cursor !== '')
    expect([...acts]).toEqual(
      expect.arrayContaining(['accept', 'notify', 'staff-created', 'staff-changed', 'mandate-recorded']),
    )
  })
})
