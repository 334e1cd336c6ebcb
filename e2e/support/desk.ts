import type { CaseView } from '@yichuang/contracts'
import type { Page } from 'playwright-core'
import { signIn } from './visit.ts'

type Case = Pick<CaseView, 'caseId' | 'regionCode'>

/** Opens a case at the desk as a member of staff. */
export async function openCase(login: string, { regionCode, caseId }: Case): Promise<Page> {
  const page = await signIn(login, 'desk', `/desk/cases/${regionCode}/${caseId}`)
  await page.getByRole('complementary', { name: '可以办理' }).waitFor()
  return page
}

/** The state of the open case, as its head names it. */
export async function stateIs(page: Page, name: string): Promise<void> {
  await page.locator('.case-head').getByText(name, { exact: true }).waitFor()
}
