import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled } from './settled.ts'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe itself, as its package for this browser driver brings it. */
const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
)

interface Axe {
  run(options: object): Promise<{
    readonly violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[]
  }>
}

/** Nothing on the page may break WCAG 2.2 AA, and nothing may need sideways scrolling. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  // Once for each document: reading half a megabyte of script costs as much as the rules themselves.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate(async (tags) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      runOnly: { type: 'tag', values: tags },
      // Every rule runs; only what is broken is described.
      resultTypes: ['violations'],
      selectors: false,
    })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map(({ html }) => html)
          .join(' | ')
          .slice(0, 400)}`,
    )
  }, WCAG_22_AA)
  expect(found, `accessibility of ${page.url()}\n${found.join('\n')}`).toEqual([])
  await expectNoSidewaysScrolling(page)
}

/** People on a phone must never have to push a page sideways to read it. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `sideways scrolling of ${page.url()}`).toBeLessThanOrEqual(1)
}
