import { Link } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { day, money } from '../../../shared/format.ts'
import { GuideSection } from '../guide/section.tsx'
import { Borrowed } from '../../parts/callout.tsx'
import { useObjectionTexts } from '../../messages/objections.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { caseHref } from './load-case.tsx'

/** The decision in two lines, with the way to its letter. */
export function DecisionBrief({ view }: { view: CaseView }) {
  const t = useCaseTexts()
  const { outcomes } = useObjectionTexts()
  const { decision } = view
  if (!decision) return null
  return (
    <GuideSection title={t.decision.title}>
      <div className="pane stack">
        <p>
          <b>{view.content.objection ? outcomes[decision.outcome] : t.decision[decision.outcome]}</b> ·{' '}
          {t.decision.decidedOn(day(decision.decidedOn))}
        </p>
        {decision.outcome === 'granted' && view.fund && <p className="big-amount num">{money(view.fund)}</p>}
        {decision.reason && <p>{decision.reason}</p>}
        <Borrowed from={decision.borrowed} />
        <p>
          <Link className="button" href={caseHref(view, 'decision')}>
            {t.actions.decision}
          </Link>
        </p>
      </div>
    </GuideSection>
  )
}
