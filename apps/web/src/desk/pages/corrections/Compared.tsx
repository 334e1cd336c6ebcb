import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { Trace } from '../../parts/Trace.tsx'
import type { Decision, Side } from './correction.ts'
import { correctionWords } from './words.ts'

/** Every decision a correction changes, before and after beside each other, with both explanations. */
export function Compared({ decisions }: { decisions: readonly Decision[] }) {
  const text = useWords(correctionWords)
  return (
    <section className="stack">
      <h2>{text.compare}</h2>
      {decisions.map((decision) => (
        <Pair key={`${decision.subject.kind} ${decision.subject.id}`} decision={decision} />
      ))}
    </section>
  )
}

function Pair({ decision }: { decision: Decision }) {
  const text = useWords(correctionWords)
  const { number, decidedOn, target, toPay, toRecover, funds, before, after } = decision
  return (
    <article className="panel stack">
      <div className="spread">
        <h3 className="flat">
          {number} <span className="muted small">{showDay(decidedOn)}</span>
        </h3>
        <span className="row">
          <Mark tone={target ? 'info' : 'calm'}>{target ? text.target : text.follows}</Mark>
          {toPay !== '0.00' && <Mark tone="good">{`${text.toPay} ${showYuan(toPay)}`}</Mark>}
          {toRecover !== '0.00' && <Mark tone="soon">{`${text.toRecover} ${showYuan(toRecover)}`}</Mark>}
        </span>
      </div>
      {funds.length > 0 && (
        <p className="flat">
          {text.byFund}：
          {funds
            .map(({ title, more }) => `${title} ${more.startsWith('-') ? '' : '+'}${showYuan(more)}`)
            .join('；')}
        </p>
      )}
      <div className="correction-two">
        <OneSide title={text.before} side={before} />
        <OneSide title={text.after} side={after} />
      </div>
    </article>
  )
}

function OneSide({ title, side }: { title: string; side: Side }) {
  const text = useWords(correctionWords)
  return (
    <section>
      <h4>{title}</h4>
      <p className="spread flat">
        <span>
          {text.fundSum} {side.takenOut && <Mark>{text.takenOut}</Mark>}{' '}
          {side.byHand && <Mark>{text.byHand}</Mark>}
        </span>
        <strong className="num">{showYuan(side.fund)}</strong>
      </p>
      <ul className="correction-payers">
        {side.payers.map(({ payer, title, amount }) => (
          <li key={payer} className="spread">
            <span>{title}</span>
            <span className="num">{showYuan(amount)}</span>
          </li>
        ))}
      </ul>
      {side.explanation && (
        <details>
          <summary>{text.steps}</summary>
          <Trace
            calculation={{
              basis: 'coded',
              amounts: null,
              explanation: side.explanation,
              borrowed: side.borrowed,
              missing: [],
              assumptions: [],
            }}
          />
        </details>
      )}
    </section>
  )
}
