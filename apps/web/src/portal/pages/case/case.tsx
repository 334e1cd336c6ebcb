import type { CaseView } from '@yichuang/contracts'
import { GuideSection } from '../guide/section.tsx'
import { Summary } from '../../parts/content-summary.tsx'
import { Page } from '../../parts/page.tsx'
import { useCaseTexts } from '../../messages/case.ts'
import { Clock } from './clock.tsx'
import { DecisionBrief } from './decision-brief.tsx'
import { Letters } from './letters.tsx'
import { WithCase } from './load-case.tsx'
import { Notices } from './notices.tsx'
import { ObjectionParts } from './objection.tsx'
import { Corrections } from '../../parts/corrections.tsx'
import { Payment } from './payment.tsx'
import { Relief } from './relief.tsx'
import { Status } from './status.tsx'
import { Timeline } from './timeline.tsx'

/** One case: where it stands, what I can do, the clock, and everything that happened. */
export function CasePage() {
  return <WithCase>{(view, set) => <CaseBody view={view} set={set} />}</WithCase>
}

function CaseBody({ view, set }: { view: CaseView; set: (view: CaseView) => void }) {
  const t = useCaseTexts()
  return (
    <Page title={view.itemName} back={{ href: '/cases', name: t.title }}>
      <Status view={view} set={set} />
      <div className="with-aside" style={{ marginBlockStart: '2rem' }}>
        <div>
          <Notices view={view} />
          <Relief view={view} set={set} />
          <DecisionBrief view={view} />
          <ObjectionParts view={view} />
          <Payment view={view} />
          <Corrections kind="case" id={view.caseId} regionCode={view.regionCode} />
          <GuideSection title={t.clock.title}>
            <Clock view={view} />
          </GuideSection>
          <GuideSection title={t.timeline}>
            <Timeline events={view.timeline} />
          </GuideSection>
          <section className="section">
            <details>
              <summary>{t.content}</summary>
              <div className="stack">
                <Summary content={view.content} materials={view.materials} itemId={view.itemId} />
              </div>
            </details>
          </section>
        </div>
        <aside aria-label={t.letters}>
          <Letters view={view} />
        </aside>
      </div>
    </Page>
  )
}
