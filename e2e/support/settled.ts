import type { Page, Request } from 'playwright-core'

const WITHIN_MS = 20_000
const underWay = new WeakMap<Page, Set<Request>>()

/** Keeps what a page has asked for and not got yet; call it before the page goes anywhere. */
export function countRequests(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/**
 * Waits until the page is there and nothing is loading any more: it has the heading that every page has, shows nothing
 * that stands for what is still to come, and had nothing to do and nothing to ask for, twice in a row.
 */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page)!
  const until = Date.now() + WITHIN_MS
  let quiet = 0
  while (quiet < 2) {
    if (Date.now() > until)
      throw new Error(`Still asked for: ${[...requests].map((one) => one.url()).join(', ')}`)
    // A tab that another one covers may never come to draw: neither wait here hangs on that.
    await page.waitForFunction(
      () =>
        document.querySelector('h1') !== null &&
        document.querySelector('.loading, .ant-skeleton-active, .ant-spin-spinning') === null,
      undefined,
      { polling: 50 },
    )
    // What came a moment ago is drawn, and what that asks for is sent, before the page is idle.
    await page.evaluate(
      () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 500 })),
    )
    quiet = requests.size === 0 ? quiet + 1 : 0
    if (quiet === 0) await page.waitForTimeout(25)
  }
}
