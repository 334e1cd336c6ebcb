import { Button } from 'antd'
import { DaysLeft } from '../../parts/DaysLeft.tsx'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark, StateMark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { common } from '../../parts/words.ts'
import { useCase } from './case-context.tsx'
import { caseWords } from './words.ts'

/** Number, item, person, state, time left, owner: what one must know at any moment. */
export function CaseHead({ facts, onFacts }: { facts: boolean; onFacts: () => void }) {
  const { view } = useCase()
  const text = useWords(caseWords)
  const { states, channels, amounts } = useWords(common)
  return (
    <div className="case-head">
      <div>
        <h1>
          {view.person.name} · {view.itemName}
        </h1>
        <p className="row flat muted">
          <span className="case-number">{view.number ?? states.draft}</span>
          <span>{view.placeName}</span>
          <span>{channels[view.channel]}</span>
          {view.officeName && <span>{view.officeName}</span>}
          <span>
            {text.owner}：{view.owner?.name ?? text.noOwner}
          </span>
        </p>
      </div>
      <div className="row">
        <StateMark state={view.state} name={view.stateName} />
        {(view.daysLeft !== null || view.overdue || view.paused) && <DaysLeft {...view} />}
        {view.clock.dueOn && view.daysLeft !== null && (
          <span className="muted">{text.due(showDay(view.clock.dueOn))}</span>
        )}
        {view.decision?.borrowed && <Mark tone="soon">{text.borrowedDecision}</Mark>}
        <span className="head-total">
          <span className="muted">{amounts.total}</span> <strong>{showYuan(view.total)}</strong>
        </span>
        <Button onClick={onFacts} aria-expanded={facts} title="f">
          {facts ? text.hideFacts : text.showFacts}
        </Button>
      </div>
    </div>
  )
}
