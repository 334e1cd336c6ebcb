import { Link } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { day } from '../../../shared/format.ts'
import { GuideSection } from '../guide/section.tsx'
import { Page } from '../../parts/page.tsx'
import { useApplyTexts } from '../../messages/apply.ts'
import { LedgerOfCase } from './clock.tsx'
import { letterAddress } from './letters.tsx'
import { caseHref, WithCase } from './load-case.tsx'

/** Acceptance receipt: the case number large, the promised day with its ledger, the PDF, what happens next. */
export function ReceiptPage() {
  return <WithCase>{(view) => <Receipt view={view} />}</WithCase>
}

function Receipt({ view }: { view: CaseView }) {
  const t = useApplyTexts().receipt
  return (
    <Page title={t.title} lead={`${view.itemName} · ${view.person.name}`} narrow>
      <section className="status-window" aria-label={t.number}>
        <p>{t.number}</p>
        <p className="state num">{view.number}</p>
        <p>{t.numberHint}</p>
        <p style={{ marginBlockStart: '1.5rem' }}>{t.due}</p>
        {view.clock.dueOn ? <p className="state">{day(view.clock.dueOn)}</p> : <p>{t.dueLater}</p>}
        <p className="row">
          <a className="button" href={letterAddress(view, 'receipt')}>
            {t.pdf}
          </a>
          <Link className="button" href={caseHref(view)}>
            {t.track}
          </Link>
        </p>
      </section>
      {view.clock.acceptedOn && <LedgerOfCase view={view} open />}
      <div className="answer">
        <GuideSection title={t.what}>
          <ol className="steps-list">
            {t.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </GuideSection>
      </div>
    </Page>
  )
}
