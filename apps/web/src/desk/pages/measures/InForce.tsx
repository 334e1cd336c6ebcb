import { daysBetween, plainDate } from '@yichuang/kernel'
import { listed } from '../../../shared/format.ts'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { showDay, showInstant } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import type { Panel } from './Measures.tsx'
import { measuresWords } from './words.ts'

type Activation = Panel['activations'][number]

const TONES: Readonly<Record<Activation['state'], Tone>> = {
  coming: 'info',
  'in-force': 'good',
  'ending-soon': 'soon',
  ended: 'quiet',
}

/** Every activation on one time line, what runs first; the bar is drawn, the days are written beside it. */
export function InForce({ panel }: { panel: Panel }) {
  const text = useWords(measuresWords)
  const [changing, setChanging] = useState<Activation | null>(null)
  const { axisFrom, axisTo } = axisOf(panel)
  const order = panel.activations.toSorted(
    (a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || (a.from < b.from ? -1 : 1),
  )
  if (order.length === 0)
    return (
      <Empty title={text.noneNow}>
        <p>{text.noneNowText}</p>
      </Empty>
    )
  return (
    <section className="panel">
      <ol className="measure-line">
        {order.map((activation) => (
          <li key={activation.activationId} className={activation.state === 'ended' ? 'is-over' : undefined}>
            <div className="spread">
              <h2 className="flat">{activation.measures.map(({ name }) => name).join('；')}</h2>
              <span className="row">
                {activation.byDocument && <Mark tone="info">{text.byDocument}</Mark>}
                <Mark tone={TONES[activation.state]}>{text.states[activation.state]}</Mark>
              </span>
            </div>
            <div className="measure-track" aria-hidden>
              <span style={span(activation, axisFrom, axisTo)} data-state={activation.state} />
              <i style={{ left: `${share(panel.today, axisFrom, axisTo)}%` }} />
            </div>
            <p className="flat">
              {showDay(activation.from)} — {activation.until ? showDay(activation.until) : text.noEnd}
              {activation.daysLeft !== null && activation.state !== 'coming' && (
                <span className="muted"> · {text.daysLeft(activation.daysLeft)}</span>
              )}
            </p>
            <p className="muted small flat">
              {text.places}
              {text.colon}
              {names(activation.places) || text.wholeCity} · {text.groups}
              {text.colon}
              {names(activation.groups) || text.everybody}
              {activation.papersWithin !== null && ` · ${text.papersDays(activation.papersWithin)}`}
              {activation.perDay !== null && ` · ${text.numbersADay(activation.perDay)}`}
            </p>
            {activation.history.length > 0 && (
              <details>
                <summary>{text.history}</summary>
                <ul className="fault-list">
                  {activation.history.map((event) => (
                    <li key={event.at}>
                      {showInstant(event.at)} {event.by} {text.kinds[event.kind]} {showDay(event.until)} —{' '}
                      {event.reason}
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {activation.mayChange && <Button onClick={() => setChanging(activation)}>{text.change}</Button>}
          </li>
        ))}
      </ol>
      {changing && (
        <Change key={changing.activationId} activation={changing} onClose={() => setChanging(null)} />
      )}
    </section>
  )
}

function Change({ activation, onClose }: { activation: Activation; onClose: () => void }) {
  const text = useWords(measuresWords)
  const { office } = useDesk()
  const { message } = App.useApp()
  const [until, setUntil] = useState(activation.until ?? '')
  const id = useId()
  const change = useAct('changeActivation', () => refresh('measuresPanel', 'measureUsage'))
  return (
    <ReasonDialog
      open
      title={text.change}
      text={text.changeText}
      label={text.reason}
      placeholder={text.reasonHint}
      ready={until !== ''}
      error={change.error}
      busy={change.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await change.mutateAsync({
          params: { activationId: activation.activationId },
          body: { regionCode: office.regionCode, until, reason },
        })
        void message.success(text.changed)
        return true
      }}
    >
      <div>
        <label htmlFor={id}>{text.until}</label>
        <Input
          id={id}
          type="date"
          value={until}
          min={activation.from}
          onChange={({ target }) => setUntil(target.value)}
        />
      </div>
    </ReasonDialog>
  )
}

function names(list: readonly { name: string }[]): string {
  return listed(list.map(({ name }) => name))
}

/** The line runs from the first beginning to half a year after today or the last end. */
function axisOf({ activations, today }: Panel) {
  const days = activations.flatMap(({ from, until }) => [from, until ?? today])
  const sorted = [...days, today].toSorted()
  return { axisFrom: sorted[0]!, axisTo: sorted.at(-1)! }
}

function share(day: string, from: string, to: string): number {
  const whole = Math.max(1, daysBetween(plainDate(from), plainDate(to)))
  return Math.min(100, Math.max(0, (daysBetween(plainDate(from), plainDate(day)) / whole) * 100))
}

function span({ from, until }: Activation, axisFrom: string, axisTo: string) {
  const left = share(from, axisFrom, axisTo)
  const right = until === null ? 100 : share(until, axisFrom, axisTo)
  return { left: `${left}%`, width: `${Math.max(1, right - left)}%` }
}
