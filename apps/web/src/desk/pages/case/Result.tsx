import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { CalculationNotes } from '../../parts/Trace.tsx'
import { common } from '../../parts/words.ts'
import { actWords } from './acts/words.ts'
import { useCoding } from './coding-state.tsx'

const order = [
  'total',
  'outOfCatalogue',
  'overCeiling',
  'firstSelfPay',
  'cut',
  'inScope',
  'outOfAreaFirst',
  'deductible',
  'otherPaid',
  'person',
] as const

/** What the coding gives, in figures; the steps are in the calculation tab. */
export function Result() {
  const { calculation, calculating, calculationError, editable } = useCoding()
  const text = useWords(actWords)
  const { amounts } = useWords(common)
  if (!calculation) return null
  const { amounts: values } = calculation
  return (
    <section className="panel" aria-label={text.result}>
      <div className="spread">
        <h2>{text.result}</h2>
        {editable && calculating && <span className="muted small">{text.calculating}</span>}
      </div>
      <CalculationNotes calculation={calculation} />
      {!values && calculation.explanation && (
        <p className="fund">
          <span>{calculation.explanation.sentence}</span>
          <strong>{showYuan(calculation.explanation.amount)}</strong>
        </p>
      )}
      {values && (
        <>
          <p className="fund" aria-live="polite">
            <span>{amounts.fund}</span>
            <strong>{showYuan(values.fund)}</strong>
          </p>
          {calculation.payers && (
            <dl className="amounts payers">
              {calculation.payers.map(({ payer, title, amount }) => (
                <div key={payer + title}>
                  <dt>{title}</dt>
                  <dd className="num">{showYuan(amount)}</dd>
                </div>
              ))}
            </dl>
          )}
          <dl className="amounts">
            {order
              .filter((name) => name === 'total' || name === 'person' || Number(values[name]) !== 0)
              .map((name) => (
                <div key={name}>
                  <dt>{amounts[name]}</dt>
                  <dd className="num">{showYuan(values[name])}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      <ProblemAlert error={calculationError} />
    </section>
  )
}
