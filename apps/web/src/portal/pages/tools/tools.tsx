import { GuideSection } from '../guide/section.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../texts.ts'
import { CheckTool } from './check-tool.tsx'
import { DueTool } from './due-tool.tsx'

/** Public tools: the due date of a limit with its ledger, and the check of a number. */
export function ToolsPage() {
  const t = useTexts().tools
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <GuideSection title={t.dueTitle}>
        <DueTool />
      </GuideSection>
      <GuideSection title={t.checkTitle}>
        <CheckTool />
      </GuideSection>
    </Page>
  )
}
