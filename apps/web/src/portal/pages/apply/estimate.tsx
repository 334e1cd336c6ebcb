import type { Calculation } from '@yichuang/contracts'
import { money } from '../../../shared/format.ts'
import { Borrowed } from '../../parts/callout.tsx'
import { AmountsTable, Explanation, PayersTable } from '../../parts/explanation.tsx'
import { useApplyTexts } from '../../messages/apply.ts'
import { useCaseTexts } from '../../messages/case.ts'

/** What the benefit is likely to be, how it was worked out, and what was assumed. */
export function Estimate({ estimate, faulty }: { estimate: Calculation | null; faulty: boolean }) {
  const t = useApplyTexts().check
  const { decision } = useCaseTexts()
  return (
    <section className="pane stack" aria-labelledby="estimate-title">
      <h2 id="estimate-title">{t.estimate}</h2>
      {!estimate?.amounts ? (
        estimate?.explanation ? (
          <>
            <p className="big-amount num">{money(estimate.explanation.amount)}</p>
            <Explanation step={estimate.explanation} />
          </>
        ) : (
          <p>{faulty ? t.estimateFaulty : t.estimateNone}</p>
        )
      ) : (
        <>
          <p className="big-amount num">{money(estimate.amounts.fund)}</p>
          <p className="soft">{t.estimateNote}</p>
          <Borrowed from={estimate.borrowed} />
          <PayersTable payers={estimate.payers} />
          <AmountsTable amounts={estimate.amounts} />
          {estimate.explanation && (
            <details open>
              <summary>{decision.steps}</summary>
              <Explanation step={estimate.explanation} />
            </details>
          )}
          {estimate.assumptions.length > 0 && (
            <>
              <h3>{t.assumptions}</h3>
              <ul>
                {estimate.assumptions.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}
