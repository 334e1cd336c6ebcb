import type { CaseView } from '@yichuang/contracts'
import { day, money } from '../../../shared/format.ts'
import { GuideSection } from '../guide/section.tsx'
import { Borrowed } from '../../parts/callout.tsx'
import { AmountsTable, Explanation, PayersTable } from '../../parts/explanation.tsx'
import { Page } from '../../parts/page.tsx'
import { useObjectionTexts } from '../../messages/objections.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { letterAddress } from './letters.tsx'
import { caseHref, WithCase } from './load-case.tsx'

/** The decision letter as a page: outcome, reason, amounts, and every step of the calculation. */
export function DecisionPage() {
  return <WithCase>{(view) => <DecisionLetter view={view} />}</WithCase>
}

function DecisionLetter({ view }: { view: CaseView }) {
  const t = useCaseTexts().decision
  const objections = useObjectionTexts()
  const { outcomes } = objections
  const { decision } = view
  const objected = view.content.objection !== undefined
  const office = view.officeName ?? view.placeName
  const ways = objected ? objections.refusedWays(office) : t.objectionWays(office)
  const back = { href: caseHref(view), name: view.itemName }
  if (!decision) {
    return (
      <Page title={t.title} back={back} narrow>
        <p className="empty">{t.none}</p>
      </Page>
    )
  }
  return (
    <Page
      title={`${t.title}：${objected ? outcomes[decision.outcome] : t[decision.outcome]}`}
      lead={`${view.person.name} · ${t.decidedOn(day(decision.decidedOn))}`}
      back={back}
      narrow
    >
      <div className="stack">
        <Borrowed from={decision.borrowed} />
        {decision.outcome === 'granted' && view.fund && (
          <section className="pane" aria-labelledby="fund-title">
            <h2 id="fund-title">{t.howMuch}</h2>
            <p className="big-amount num">{money(view.fund)}</p>
            <PayersTable payers={decision.payers} />
            {decision.amounts ? <AmountsTable amounts={decision.amounts} /> : <p>{t.byHand}</p>}
          </section>
        )}
        {decision.reason && (
          <section className="pane" aria-labelledby="reason-title">
            <h2 id="reason-title">{t.reason}</h2>
            <p>{decision.reason}</p>
          </section>
        )}
        {decision.outcome === 'refused' && (
          <section className="pane" aria-labelledby="objection-title">
            <h2 id="objection-title">{t.objection}</h2>
            {ways.map((way) => (
              <p key={way}>{way}</p>
            ))}
          </section>
        )}
        <p>
          <a className="button primary" href={letterAddress(view, 'decision')}>
            {t.pdf}
          </a>
        </p>
      </div>
      {decision.explanation && (
        <GuideSection title={t.steps}>
          <p className="soft">{t.stepsLead}</p>
          <Explanation step={decision.explanation} />
        </GuideSection>
      )}
      <p className="faint section">
        {t.by(decision.reviewedBy, decision.by)}
        <br />
        {t.pack(decision.pack.id, decision.pack.version)}
        {decision.traceHash && (
          <>
            <br />
            {t.hash} <code>{decision.traceHash}</code>
          </>
        )}
      </p>
    </Page>
  )
}
