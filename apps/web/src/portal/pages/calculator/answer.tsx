import { useEffect, useRef } from 'react'
import type { Calculation, CalculatorPlace } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day, money } from '../../../shared/format.ts'
import { useCalculatorTexts } from '../../messages/calculator.ts'
import { Borrowed, Callout } from '../../parts/callout.tsx'
import { AmountsTable, Explanation, PayersTable } from '../../parts/explanation.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import type { CalculateBody } from './question.ts'

/** One press of the button; `round` tells the same question asked again. */
export interface Asked {
  readonly body: CalculateBody
  readonly round: number
}

/** Asks the server and shows what it says. */
export function Answer({ asked, place }: { asked: Asked; place: CalculatorPlace }) {
  const t = useCalculatorTexts()
  const { body, round } = asked
  const answer = useLoad((signal) => call('toolCalculate', { body, signal }), ['calculate', body, round])
  if (answer.error !== undefined) return <ActionFailure error={answer.error} />
  if (!answer.value)
    return (
      <p className="loading" role="status">
        {t.going}
      </p>
    )
  return <Result key={round} calculation={answer.value} place={place} on={body.on} />
}

function Result({
  calculation,
  place,
  on,
}: {
  calculation: Calculation
  place: CalculatorPlace
  on: string
}) {
  const t = useCalculatorTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  const { amounts, payers, explanation, borrowed, missing, assumptions } = calculation
  return (
    <section className="pane stack" aria-labelledby="answer-title">
      <h2 id="answer-title" ref={heading} tabIndex={-1}>
        {t.answer}
      </h2>
      <p className="soft">{t.by(place.name, day(on))}</p>
      {amounts ? (
        <>
          <div className="pair">
            <p>
              {t.fund}
              <br />
              <span className="big-amount num">{money(amounts.fund)}</span>
            </p>
            <p>
              {t.person}
              <br />
              <b className="big-amount num">{money(amounts.person)}</b>
            </p>
          </div>
          <Borrowed from={borrowed} />
          {assumptions.length > 0 && (
            <Callout kind="care" title={t.open}>
              {assumptions.map((assumption) => (
                <p key={assumption}>{assumption}</p>
              ))}
            </Callout>
          )}
          <PayersTable payers={payers} />
          <h3>{t.amounts}</h3>
          <AmountsTable amounts={amounts} />
          {explanation && (
            <>
              <h3>{t.steps}</h3>
              <p className="soft">{t.stepsLead}</p>
              <Explanation step={explanation} />
            </>
          )}
          <Callout kind="info" title={t.note}>
            {place.figuresOnly && <p>{t.figuresNote}</p>}
          </Callout>
        </>
      ) : (
        <Callout kind="care" title={t.none}>
          <p>{t.noneText}</p>
          <ul>
            {missing.map((rule) => (
              <li key={rule.id}>{rule.message}</li>
            ))}
          </ul>
        </Callout>
      )}
    </section>
  )
}
