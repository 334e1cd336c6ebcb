import type { Amounts, ExplanationStep, Payers } from '@yichuang/contracts'
import { money } from '../../shared/format.ts'
import { useCaseTexts } from '../messages/case.ts'
import { Clause } from './clause.tsx'

/** How an amount was worked out: a tree of plain sentences with the clauses behind each. */
export function Explanation({ step }: { step: ExplanationStep }) {
  return (
    <ul className="steps-tree">
      <Step step={step} depth={0} />
    </ul>
  )
}

/** How deep the steps stand open; below are those of single fee lines. */
const OPEN_DEPTH = 2

function Step({ step, depth }: { step: ExplanationStep; depth: number }) {
  const { decision } = useCaseTexts()
  const rounding: Record<string, string> = useCaseTexts().rounding
  return (
    <li>
      <div className="line">
        <span>{step.sentence}</span>
        <b className="num">{money(step.amount)}</b>
      </div>
      {step.rounding && rounding[step.rounding] && <p className="faint">{rounding[step.rounding]}</p>}
      {step.citations.map((source) => (
        <Clause key={source.parameter + source.value + source.clause} source={source} />
      ))}
      {step.children.length > 0 &&
        (depth < OPEN_DEPTH ? (
          <Steps steps={step.children} depth={depth + 1} />
        ) : (
          <details className="clause">
            <summary>{decision.lineSteps(step.children.length)}</summary>
            <Steps steps={step.children} depth={depth + 1} />
          </details>
        ))}
    </li>
  )
}

function Steps({ steps, depth }: { steps: readonly ExplanationStep[]; depth: number }) {
  return (
    <ul className="steps-tree">
      {steps.map((child) => (
        <Step key={child.id} step={child} depth={depth} />
      ))}
    </ul>
  )
}

const SHOWN = [
  'total',
  'outOfCatalogue',
  'overCeiling',
  'firstSelfPay',
  'cut',
  'inScope',
  'outOfAreaFirst',
  'deductible',
  'otherPaid',
  'fund',
  'person',
] as const satisfies readonly (keyof Amounts)[]
const ALWAYS: readonly string[] = ['total', 'inScope', 'fund', 'person']

/** The amounts of a calculation in one table; nought lines that say nothing are left out. */
export function AmountsTable({ amounts }: { amounts: Amounts }) {
  const t = useCaseTexts().amounts
  const rows = SHOWN.filter((key) => ALWAYS.includes(key) || !/^0+\.0+$/.test(amounts[key]))
  return (
    <table>
      <tbody>
        {rows.map((key) => (
          <tr key={key}>
            <th scope="row">{t[key]}</th>
            <td className="amount num">
              {key === 'fund' ? <b>{money(amounts[key])}</b> : money(amounts[key])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What each payer gives, where the place has several; nothing where the basic fund is alone. */
export function PayersTable({ payers }: { payers: Payers | undefined }) {
  const t = useCaseTexts().payers
  if (!payers) return null
  return (
    <table>
      <caption>{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.payer}</th>
          <th scope="col" className="amount">
            {t.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {payers.map(({ payer, title, amount }) => (
          <tr key={payer + title}>
            <th scope="row">{title}</th>
            <td className="amount num">{money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
