import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'
import { openBrowser } from './chromium.ts'

/** The two widths every page is looked at. */
export const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const
export type Width = keyof typeof WIDTHS

let browser: Promise<Browser> | undefined
const contexts = new Set<BrowserContext>()
const complaints: string[] = []

afterEach(async () => {
  await Promise.all([...contexts].map((context) => context.close()))
  contexts.clear()
  // A page that throws is broken, even when the journey got through.
  expect(complaints.splice(0), 'errors on the pages').toEqual([])
})
afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

/** Opens a page of a fresh visitor. */
export async function visit(path: string, width: Width = 'desktop'): Promise<Page> {
  browser ??= openBrowser()
  const context = await (
    await browser
  ).newContext({
    baseURL: inject('baseUrl'),
    viewport: WIDTHS[width],
    locale: 'zh-CN',
    hasTouch: width === 'phone',
    acceptDownloads: true,
  })
  contexts.add(context)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  await page.goto(path)
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
  await page.locator(`button[name=login][value="${login}"]`).click()
  await page.waitForURL((url) => url.pathname === new URL(to, inject('baseUrl')).pathname)
  return page
}

/** Nothing on the page may break WCAG 2.2 AA, and nothing may need sideways scrolling. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map(({ html }) => html)
        .join(' | ')
        .slice(0, 400)}`,
  )
  expect(found, `accessibility of ${page.url()}`).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `sideways scrolling of ${page.url()}`).toBeLessThanOrEqual(1)
}

/** Keeps a picture when `YICHUANG_PICTURES` names a folder, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['YICHUANG_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
