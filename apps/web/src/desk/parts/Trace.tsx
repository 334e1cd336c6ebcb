import { Alert } from 'antd'
import { defineWords, useWords } from './lang.ts'
import { Mark } from './Mark.tsx'
import { showYuan } from './money.ts'
import { showDay } from './days.ts'
import type { Reply } from './queries.ts'
import { common } from './words.ts'

type Calculation = NonNullable<Reply<'getCase'>['calculation']>
type Step = NonNullable<Calculation['explanation']>

const words = defineWords(
  {
    none: '尚无计算结果。',
    basis: { estimate: '估算：未经审核编码', coded: '按审核编码计算', manual: '人工核定' },
    missing: '缺少规则，须人工核定',
    assumptions: '估算时的假定',
    inForce: (day: string) => `${day}起施行`,
    rounding: '取整',
    openAll: '每一步都可展开查看依据条款',
  },
  {
    none: 'Nothing calculated yet.',
    basis: {
      estimate: 'Estimate: not coded by a reviewer',
      coded: 'From the reviewer’s coding',
      manual: 'Worked out by a person',
    },
    missing: 'A rule is missing; a person must work it out',
    assumptions: 'What the estimate assumes',
    inForce: (day: string) => `in force from ${day}`,
    rounding: 'rounding',
    openAll: 'Open any step to see the clauses under it',
  },
)

/** A calculation step by step, each figure with the clause it rests on. */
export function Trace({
  calculation,
  settled = false,
}: {
  calculation: Calculation | null
  /** settled at the institution: no reviewer coded it, and it is no estimate */
  settled?: boolean
}) {
  const text = useWords(words)
  if (!calculation) return <p className="muted">{text.none}</p>
  return (
    <div className="trace">
      {settled ? (
        <CalculationNotes calculation={calculation} />
      ) : (
        <CalculationBasis calculation={calculation} />
      )}
      {calculation.explanation && <p className="muted small flat">{text.openAll}</p>}
      {calculation.explanation && (
        <ul className="trace-tree">
          <TraceStep step={calculation.explanation} open />
        </ul>
      )}
    </div>
  )
}

/** What a calculation rests on: estimate or coding, and what must be said beside any figure. */
export function CalculationBasis({ calculation }: { calculation: Calculation }) {
  const text = useWords(words)
  return (
    <>
      <p className="row">
        <Mark tone={calculation.basis === 'estimate' ? 'soon' : 'calm'}>{text.basis[calculation.basis]}</Mark>
      </p>
      <CalculationNotes calculation={calculation} />
    </>
  )
}

/** What must be said beside any figure: borrowed parameters, missing rules, assumptions. */
export function CalculationNotes({ calculation }: { calculation: Calculation }) {
  const text = useWords(words)
  const { borrowed, borrowedFrom } = useWords(common)
  return (
    <>
      {calculation.borrowed && (
        <Alert
          type="warning"
          title={
            <>
              <Mark tone="soon">{borrowed}</Mark>{' '}
              {borrowedFrom(calculation.borrowed.from, calculation.borrowed.why)}
            </>
          }
        />
      )}
      {calculation.missing.length > 0 && (
        <Alert
          type={calculation.basis === 'manual' ? 'warning' : 'error'}
          showIcon
          title={text.missing}
          description={
            <ul className="fault-list">
              {calculation.missing.map((rule) => (
                <li key={rule.id}>
                  <strong>{rule.title}</strong> {rule.message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {calculation.assumptions.length > 0 && (
        <details>
          <summary>{text.assumptions}</summary>
          <ul className="fault-list">
            {calculation.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function TraceStep({ step, open }: { step: Step; open?: boolean }) {
  const text = useWords(words)
  const { borrowed } = useWords(common)
  const inside = step.children.length > 0 || step.citations.length > 0
  const line = (
    <>
      <span>{step.sentence}</span>
      {step.citations.some((citation) => citation.borrowed) && <Mark tone="soon">{borrowed}</Mark>}
      <strong className="num">{showYuan(step.amount)}</strong>
    </>
  )
  if (!inside) {
    return <li className="trace-line">{line}</li>
  }
  return (
    <li>
      <details open={open}>
        <summary className="trace-line">{line}</summary>
        {step.citations.map((citation) => (
          <blockquote key={citation.parameter + citation.clause} className="citation">
            <p className="flat">“{citation.quote}”</p>
            <footer className="muted small">
              {citation.citation} {citation.clause} · {text.inForce(showDay(citation.from))} ·{' '}
              {citation.parameter} = {citation.value}
              {citation.borrowed && (
                <>
                  {' '}
                  <Mark tone="soon">{borrowed}</Mark> {citation.borrowed.from}：{citation.borrowed.why}
                </>
              )}
            </footer>
          </blockquote>
        ))}
        {step.rounding && (
          <p className="muted small">
            {text.rounding}：{step.rounding}
          </p>
        )}
        {step.children.length > 0 && (
          <ul className="trace-tree">
            {step.children.map((child) => (
              <TraceStep key={child.id} step={child} />
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}
