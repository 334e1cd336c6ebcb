import { App, Button, Drawer, Input, Radio, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { formatYuan } from '@yichuang/kernel'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan, typedFen } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { recoveryTones, refreshRecoveries, type Recovery } from './correction.ts'
import { correctionWords } from './words.ts'

/** The ledger of one recovery; finance and supervisors book here. */
export function RecoveryDrawer(props: { recoveryId: string; regionCode: string; onClose: () => void }) {
  const text = useWords(correctionWords)
  const { has } = useDesk()
  const { recoveryId, regionCode } = props
  const read = useGet('getRecovery', { params: { recoveryId }, query: { regionCode } })
  const { data } = read
  return (
    <Drawer
      open
      size="large"
      title={data ? `${data.number} ${data.personName}` : text.ledger}
      onClose={props.onClose}
    >
      <div className="stack">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
        {data && (
          <>
            <p className="row flat">
              <Mark tone={recoveryTones[data.state]}>{text.recoveryStates[data.state]}</Mark>
              <span>
                {text.owner}：{data.owner}
              </span>
            </p>
            <dl className="correction-sums">
              {(['amount', 'received', 'writtenOff', 'overdue'] as const).map((name) => (
                <div key={name}>
                  <dt>{text[name]}</dt>
                  <dd>{showYuan(data[name])}</dd>
                </div>
              ))}
              <div>
                <dt>{text.left}</dt>
                <dd>{showYuan(data.open)}</dd>
              </div>
            </dl>
            <p className="flat muted">
              {data.funds
                .map(
                  ({ title, amount, open }) =>
                    `${title} ${showYuan(amount)}（${text.left} ${showYuan(open)}）`,
                )
                .join('；')}
            </p>
            {data.plan.length > 0 && (
              <p className="flat">
                {text.plan}：
                {data.plan.map(({ day, amount }) => `${showDay(day)} ${showYuan(amount)}`).join('；')}
              </p>
            )}
            {data.writeOffAsked && (
              <p className="flat">{text.asked(data.writeOffAsked.by, data.writeOffAsked.reason)}</p>
            )}
            {has('finance', 'supervisor') && data.state === 'open' && (
              <Booking key={data.version} recovery={data} regionCode={regionCode} />
            )}
            <ol className="correction-ledger">
              {data.entries.map(({ seq, kind, day, amount, note, by }) => (
                <li key={seq}>
                  <strong>
                    {text.entryKinds[kind]} {amount !== null && showYuan(amount)}
                  </strong>
                  <div className="muted small">
                    {text.by(by, showDay(day))}
                    {note && ` · ${note}`}
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Drawer>
  )
}

function Booking({ recovery, regionCode }: { recovery: Recovery; regionCode: string }) {
  const text = useWords(correctionWords)
  const { message } = App.useApp()
  const { session } = useDesk()
  const id = useId()
  const { clause, dues } = recovery.offset
  const decided = recovery.writeOffAsked?.mayDecide
    ? (['written-off', 'write-off-refused'] as const)
    : recovery.writeOffAsked
      ? []
      : (['write-off-asked'] as const)
  const offset = clause !== null && dues.length > 0 ? (['offset'] as const) : []
  const kinds = [
    ...(['received'] as const),
    ...offset,
    ...(['instalments', 'handed-over'] as const),
    ...decided,
  ]
  const [kind, setKind] = useState<(typeof kinds)[number]>('received')
  const [dueId, setDueId] = useState(dues[0]?.dueId)
  const [typed, setTyped] = useState({ amount: '', day: session.today, plan: '', note: '' })
  const act = useAct('bookRecovery', refreshRecoveries)
  const amount = typedFen(typed.amount)
  const plan = typed.plan
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [day = '', sum = ''] = line.split(/\s+/)
      const fen = typedFen(sum)
      return /^\d{4}-\d{2}-\d{2}$/.test(day) && fen !== undefined
        ? { day, amount: formatYuan(fen) }
        : undefined
    })
  const planFault = plan.some((one) => one === undefined)
  const ready =
    kind === 'received' || kind === 'offset'
      ? amount !== undefined && (kind === 'received' || dueId !== undefined)
      : typed.note.trim().length >= 2 && (kind !== 'instalments' || (plan.length > 0 && !planFault))
  const submit = async () => {
    const common = { regionCode, version: recovery.version }
    const { note, day } = typed
    const body =
      kind === 'received'
        ? { ...common, kind, day, amount: formatYuan(amount!), note }
        : kind === 'offset'
          ? { ...common, kind, dueId: dueId!, amount: formatYuan(amount!), note }
          : kind === 'instalments'
            ? { ...common, kind, note, plan: plan.flatMap((one) => one ?? []) }
            : { ...common, kind, note }
    await act.mutateAsync({ params: { recoveryId: recovery.recoveryId }, body })
    void message.success(text.booked)
  }
  return (
    <div className="correction-form">
      <fieldset>
        <legend>{text.book}</legend>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setKind(target.value as typeof kind)}
          options={kinds.map((value) => ({ value, label: text.entryKinds[value] }))}
        />
      </fieldset>
      {kind === 'offset' && (
        <div>
          <label htmlFor={`${id}-due`}>{text.offsetDue}</label>
          <Select
            id={`${id}-due`}
            className="wide"
            value={dueId}
            onChange={setDueId}
            options={dues.map((due) => ({
              value: due.dueId,
              label: `${due.number} ${showYuan(due.amount)}`,
            }))}
          />
          {clause !== null && <p className="muted flat">{text.offsetBy(clause)}</p>}
        </div>
      )}
      {(kind === 'received' || kind === 'offset') && (
        <>
          <div>
            <label htmlFor={`${id}-amount`}>{text.amount}</label>
            <Input
              id={`${id}-amount`}
              inputMode="decimal"
              value={typed.amount}
              onChange={({ target }) => setTyped({ ...typed, amount: target.value })}
            />
          </div>
          <div hidden={kind === 'offset'}>
            <label htmlFor={`${id}-day`}>{text.day}</label>
            <Input
              id={`${id}-day`}
              type="date"
              value={typed.day}
              onChange={({ target }) => setTyped({ ...typed, day: target.value })}
            />
          </div>
        </>
      )}
      {kind === 'instalments' && (
        <div>
          <label htmlFor={`${id}-plan`}>{text.planHint}</label>
          <Input.TextArea
            id={`${id}-plan`}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={typed.plan}
            onChange={({ target }) => setTyped({ ...typed, plan: target.value })}
          />
          {planFault && (
            <p role="alert" className="bad-text flat">
              {text.planFault}
            </p>
          )}
        </div>
      )}
      <div>
        <label htmlFor={`${id}-note`}>{text.note}</label>
        <Input
          id={`${id}-note`}
          maxLength={300}
          value={typed.note}
          onChange={({ target }) => setTyped({ ...typed, note: target.value })}
        />
      </div>
      <ProblemAlert error={act.error} />
      <div>
        <Button
          type="primary"
          disabled={!ready}
          loading={act.isPending}
          onClick={() => void submit().catch(() => undefined)}
        >
          {text.book}
        </Button>
      </div>
    </div>
  )
}
