import type { Objection } from '@yichuang/contracts'
import { Checkbox, Input, Skeleton } from 'antd'
import { useId } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { Choice } from '../window/Field.tsx'
import { useTyping } from '../window/typing-state.tsx'
import { objectionWords } from './words.ts'

const NOTHING: Objection = { settlementId: '', reason: '', text: '', lines: [] }

/** Which settlement somebody objects to and why, as the clerk takes it down at the window or on the telephone. */
export function ObjectionForm() {
  const { view, content, change, faultAt } = useTyping()
  const text = useWords(objectionWords)
  const id = useId()
  const { regionCode, itemId, person } = view
  const guide = useGet('getGuide', { params: { regionCode, itemId } }, { staleTime: 600_000 })
  const found = useGet('personSettlements', {
    params: { personId: person.personId },
    query: { regionCode, limit: 100 },
  })
  const objection = content.objection ?? NOTHING
  const set = (part: Partial<Objection>) => change({ objection: { ...objection, ...part } })
  const standing = (found.data?.items ?? []).filter(({ cancelled }) => cancelled === null)
  const settlements = standing.map((one) => [
    one.settlementId,
    `${showDay(one.careFrom)} ${one.institution.name} ${showYuan(one.total)}`,
  ])
  const reasons = (guide.data?.reasons ?? []).map(({ reasonId, name }) => [reasonId, name])
  const fault = faultAt('objection.text')
  return (
    <section className="panel stack" id="objection">
      <h2>{text.about}</h2>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isLoading && <Skeleton active />}
      {found.data && standing.length === 0 && <p className="muted">{text.none}</p>}
      <div className="field-grid">
        <Choice
          label={text.which}
          path="objection.settlementId"
          value={objection.settlementId}
          options={{ '': text.choose, ...Object.fromEntries(settlements) } as Record<string, string>}
          onChange={(settlementId) => set({ settlementId, lines: [] })}
        />
        <Choice
          label={text.reason}
          path="objection.reason"
          value={objection.reason}
          options={{ '': text.chooseReason, ...Object.fromEntries(reasons) } as Record<string, string>}
          onChange={(reason) => set({ reason })}
        />
      </div>
      {objection.settlementId !== '' && (
        <Lines
          settlementId={objection.settlementId}
          regionCode={regionCode}
          chosen={objection.lines}
          onChange={(lines) => set({ lines })}
        />
      )}
      <div>
        <label htmlFor={id}>{text.text}</label>
        <Input.TextArea
          id={id}
          data-path="objection.text"
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={1000}
          status={fault ? 'error' : undefined}
          value={objection.text}
          onChange={({ target }) => set({ text: target.value })}
        />
        {fault && <p className="bad-text flat">{fault}</p>}
      </div>
    </section>
  )
}

function Lines(props: {
  settlementId: string
  regionCode: string
  chosen: readonly string[]
  onChange: (lines: string[]) => void
}) {
  const text = useWords(objectionWords)
  const { settlementId, regionCode } = props
  const found = useGet('getSettlement', { params: { settlementId }, query: { regionCode } })
  if (!found.data) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  return (
    <fieldset className="bill">
      <legend>{text.linesChoose}</legend>
      <Checkbox.Group
        className="stack tight"
        value={[...props.chosen]}
        onChange={(lines) => props.onChange(lines)}
        options={found.data.lines.map(({ serial, name, code, amount }) => ({
          value: serial,
          label: `${name ?? code} ${showYuan(amount)}`,
        }))}
      />
    </fieldset>
  )
}
