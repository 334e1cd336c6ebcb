import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject, type TestContext } from 'vitest'
import { countRequests } from './settled.ts'

/** The two widths every page is looked at. */
export const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const
export type Width = keyof typeof WIDTHS

let browser: Promise<Browser> | undefined
const contexts = new Set<BrowserContext>()
const complaints: string[] = []

/** Ends every visit of a journey; a page that threw is broken, even when the journey got through. */
export async function endVisits({ task }: TestContext): Promise<void> {
  if (task.result?.state === 'fail') await pictureWhereItStopped()
  await Promise.all([...contexts].map((context) => context.close()))
  contexts.clear()
  expect(complaints.splice(0), 'errors on the pages').toEqual([])
}

async function pictureWhereItStopped(): Promise<void> {
  const pages = [...contexts].flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) await picture(page, `stopped-${index + 1}`)
}

/** Opens a page of a fresh visitor. */
export async function visit(path: string, width: Width = 'desktop'): Promise<Page> {
  browser ??= chromium.connect(inject('browser'))
  const context = await (
    await browser
  ).newContext({
    baseURL: inject('baseUrl'),
    viewport: WIDTHS[width],
    locale: 'zh-CN',
    hasTouch: width === 'phone',
    acceptDownloads: true,
    // Pictures and axe want the page as it comes to rest.
    reducedMotion: 'reduce',
  })
  contexts.add(context)
  const page = watched(await context.newPage())
  await page.goto(path)
  return page
}

/** Another tab of the same visitor. */
export async function anotherTab(page: Page): Promise<Page> {
  return watched(await page.context().newPage())
}

function watched(page: Page): Page {
  page.setDefaultTimeout(20_000)
  countRequests(page)
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  return page
}

/** Signs in as a demo account, as people do: one click on its card. */
export async function signIn(
  login: string,
  side: 'portal' | 'desk',
  to: string,
  width: Width = 'desktop',
): Promise<Page> {
  const page = await visit(`/auth/sign-in?for=${side}&return=${encodeURIComponent(to)}`, width)
  await chooseAccount(page, login)
  await page.waitForURL((url) => url.pathname === new URL(to, inject('baseUrl')).pathname)
  return page
}

/** On the page of demo accounts: takes one. */
export async function chooseAccount(page: Page, login: string): Promise<void> {
  await page
    .getByRole('button')
    .filter({ has: page.getByText(login, { exact: true }) })
    .click()
}

/** Keeps a picture when `YICHUANG_PICTURES` names a folder, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['YICHUANG_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

export { expectAccessible, expectNoSidewaysScrolling } from './accessible.ts'
export { settled } from './settled.ts'
