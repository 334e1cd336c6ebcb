import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { entries, type Entry } from '../apps/web/src/desk/shell/navigation.ts'
import { call } from './support/api.ts'
import { JINING, SHAOXING } from './support/claim.ts'
import { anotherTab, expectAccessible, picture, signIn, visit, WIDTHS } from './support/visit.ts'

const NO_LETTER = '/verify/330600ABCDEFGHJKLMNPQRSTUV'
const DOCUMENT = '/documents/cn-33-06-shaoxing/shaoxing-2020-9'

test('every page that needs no sign-in', async () => {
  const page = await visit('/')
  await look(page, 'open', {
    home: '/',
    'guide-inpatient': `/items/${SHAOXING}/claims.inpatient`,
    'guide-jining': `/items/${JINING}/claims.outpatient`,
    document: DOCUMENT,
    verify: '/verify',
    'verify-unknown': NO_LETTER,
    tools: '/tools',
    'signed-out': '/cases',
    'not-found': '/no-such-page',
    'desk-signed-out': '/desk',
  })
})

test('every page of an insured person of Shaoxing', async () => {
  const page = await signIn('wang.fang', 'portal', '/')
  const { items } = await call(page, 'myCases', { query: { limit: 50 } })
  const address = (state: string, part = '') => {
    const found = items.find((one) => one.state === state && one.regionCode === SHAOXING)
    if (!found) throw new Error(`wang.fang has no case in the state ${state}`)
    return `/${state === 'draft' ? 'apply' : 'cases'}/${SHAOXING}/${state === 'draft' ? 'case/' : ''}${found.caseId}${part}`
  }
  await look(page, 'shaoxing', {
    home: '/',
    cases: '/cases',
    messages: '/messages',
    helpers: '/helpers',
    family: '/family',
    code: '/code',
    me: '/me',
    start: `/apply/${SHAOXING}/claims.inpatient`,
    visit: address('draft', '/visit'),
    bills: address('draft', '/bills'),
    materials: address('draft', '/materials'),
    payee: address('draft', '/payee'),
    check: address('draft', '/check'),
    'case-to-answer': address('supplementing'),
    answer: address('supplementing', '/answer'),
    'case-paid': address('paid'),
    receipt: address('paid', '/receipt'),
    decision: address('paid', '/decision'),
    rating: address('paid', '/rating'),
  })
})

test('every page of an insured person of Jining, and giving another account', async () => {
  const jining = await signIn('kong.qinghua', 'portal', '/')
  const { items } = await call(jining, 'myCases', { query: { limit: 50 } })
  const paid = items.find(({ state }) => state === 'paid')!
  await look(jining, 'jining', {
    home: '/',
    cases: '/cases',
    case: `/cases/${JINING}/${paid.caseId}`,
    decision: `/cases/${JINING}/${paid.caseId}/decision`,
  })
  const shaoxing = await signIn('li.na', 'portal', '/')
  const mine = await call(shaoxing, 'myCases', { query: { limit: 50 } })
  const failed = mine.items.find(({ state }) => state === 'payment-failed')!
  await look(shaoxing, 'shaoxing', { account: `/cases/${SHAOXING}/${failed.caseId}/account` })
})

test('large type and English on the pages people see first', async () => {
  const page = await visit('/', 'phone')
  await page.getByRole('button', { name: '长辈版' }).click()
  await look(page, 'elder', {
    home: '/',
    guide: `/items/${SHAOXING}/claims.outpatient`,
    tools: '/tools',
    verify: '/verify',
  })
  const english = await visit('/?lang=en')
  expect(await english.locator('html').getAttribute('lang')).toBe('en')
  await look(english, 'english', {
    home: '/?lang=en',
    guide: `/items/${JINING}/claims.inpatient?lang=en`,
    tools: '/tools?lang=en',
    desk: '/desk?lang=en',
  })
})

/** Pages below the rooms: of a case in a state, of a run, and rooms in another view. */
const STAFF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'clerk.shaoxing': {
    'inbox-closed': '/desk?view=closed',
    search: '/desk/search?q=王芳',
    'case-submitted': 'submitted',
    'not-found': '/desk/no-such-page',
  },
  'reviewer.shaoxing': { 'case-accepted': 'accepted', 'not-my-role': '/desk/payments' },
  'approver.shaoxing': { 'case-reviewed': 'reviewed' },
  'finance.shaoxing': { run: 'run' },
  'clerk.jining': { 'case-accepted': 'accepted' },
  'supervisor.jining': {
    targets: '/desk/supervision/targets',
    'targets-en': '/desk/supervision/targets?lang=en',
  },
}

test.for(Object.entries(STAFF))('desk pages of %s below the rooms', async ([login, pages]) => {
  const page = await signIn(login, 'desk', '/desk')
  const addresses = await Promise.all(
    Object.entries(pages).map(
      async ([name, at]) => [name, at.startsWith('/') ? at : await someOf(page, at)] as const,
    ),
  )
  await look(page, login, Object.fromEntries(addresses))
})

/** Who enters a room first, where several may; whoever else enters sees the same page. */
const ENTERS = [
  'hospital',
  'policy',
  'supervisor',
  'administrator',
  'finance',
  'leader',
  'clerk',
  'expert',
] as const
const LOGINS: Readonly<Record<string, string>> = { administrator: 'admin', expert: 'expert1' }
const rooms = Map.groupBy(entries, roleThatEnters)

/** Every entry of the navigation, so that a new room is walked without being named here. */
test.for([...rooms])('every room of the desk that the role %s enters', async ([role, entries]) => {
  const page = await signIn(`${LOGINS[role] ?? role}.jining`, 'desk', '/desk/packs')
  await look(
    page,
    `room-${role}`,
    Object.fromEntries(entries.map(({ name, path }) => [name, `/desk${path}`])),
  )
})

function roleThatEnters({ name, roles }: Entry): (typeof ENTERS)[number] {
  const found = roles === 'any' ? 'clerk' : ENTERS.find((role) => roles.includes(role))
  if (!found) throw new Error(`Say in ENTERS who enters ${name}`)
  return found
}

/** The address of a case in a state, or of a payment run, that this member of staff sees. */
async function someOf(page: Page, what: string): Promise<string> {
  const { staff } = await call(page, 'getSession')
  const { officeId, regionCode } = staff!.roles[0]!
  if (what === 'run') {
    const { items } = await call(page, 'listRuns', { query: { officeId, limit: 20 } })
    return `/desk/payments/${regionCode}/${items[0]!.runId}`
  }
  const query = { officeId, view: 'all', state: what, limit: 5 } as const
  const { items } = await call(page, 'inbox', { query: query as never })
  return `/desk/cases/${regionCode}/${items[0]!.caseId}`
}

/** Looks at pages at both widths: they open, they are accessible, and nothing needs sideways scrolling. */
async function look(page: Page, group: string, pages: Readonly<Record<string, string>>): Promise<void> {
  const broken: string[] = []
  const left = Object.entries(pages)
  // While one tab waits for its page to come to rest, the other is looked at.
  const lane = async (tab: Page) => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, address] = next
      await tab.setViewportSize(WIDTHS.desktop)
      await tab.goto(address)
      for (const [width, size] of Object.entries(WIDTHS)) {
        await tab.setViewportSize(size)
        try {
          await expectAccessible(tab)
          expect(await tab.getByRole('heading', { level: 1 }).count(), 'one h1').toBe(1)
        } catch (error) {
          broken.push(`${group} ${name} ${width}: ${(error as Error).message}`)
        }
        await picture(tab, `${group}-${name}-${width}`)
      }
    }
  }
  await Promise.all([lane(page), lane(await anotherTab(page))])
  expect(broken).toEqual([])
}
