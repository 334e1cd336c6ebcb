import { Button, Checkbox } from 'antd'
import { listed } from '../../../shared/format.ts'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import type { Panel } from './Measures.tsx'
import { SwitchOn } from './SwitchOn.tsx'
import { measuresWords } from './words.ts'

export type SetView = Panel['sets'][number]

/** The measures of each document with the words they rest on; chosen ones are switched on in one act. */
export function Sets({ panel, onSwitched }: { panel: Panel; onSwitched: () => void }) {
  return (
    <div className="stack">
      {panel.sets.map((set) => (
        <OneSet key={set.setId} set={set} panel={panel} onSwitched={onSwitched} />
      ))}
    </div>
  )
}

function OneSet({ set, panel, onSwitched }: { set: SetView; panel: Panel; onSwitched: () => void }) {
  const text = useWords(measuresWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const on = new Set(
    panel.activations
      .filter(({ state }) => state !== 'ended')
      .flatMap(({ measures }) => measures.map(({ id }) => id)),
  )
  const choose = (id: string, yes: boolean) => {
    const next = new Set(chosen)
    if (yes) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section className="panel">
      <div className="spread">
        <h2>{set.title}</h2>
        {panel.maySwitch && (
          <span className="row">
            <span aria-live="polite" className="muted">
              {text.chosen(chosen.size)}
            </span>
            <Button type="primary" disabled={chosen.size === 0} onClick={() => setAsking(true)}>
              {text.switchOn}
            </Button>
          </span>
        )}
      </div>
      <ul className="measure-set">
        {set.measures.map((measure) => (
          <li key={measure.measureId}>
            {panel.maySwitch && (
              <Checkbox
                aria-label={text.choose(measure.title)}
                checked={chosen.has(measure.measureId)}
                onChange={({ target }) => choose(measure.measureId, target.checked)}
              />
            )}
            <div>
              <div className="row">
                <strong>{measure.title}</strong>
                {on.has(measure.measureId) && <Mark tone="good">{text.onAlready}</Mark>}
                {measure.byDocumentFrom && <Mark tone="info">{text.byDocument}</Mark>}
              </div>
              <p className="flat">
                {measure.effect}
                {measure.groups.length > 0 && (
                  <span className="muted"> · {listed(measure.groups.map(({ name }) => name))}</span>
                )}
                {measure.longest && (
                  <span className="muted"> · {text.longest(showDay(measure.longest))}</span>
                )}
              </p>
              {!measure.connected && <p className="flat soon-text">{text.notConnected}</p>}
              <details>
                <summary>
                  {text.authority}
                  {text.colon}
                  {measure.source.citation} {measure.source.clause}
                </summary>
                <blockquote className="measure-quote">{measure.source.quote}</blockquote>
                {measure.note && <p className="muted small flat">{measure.note}</p>}
              </details>
            </div>
          </li>
        ))}
      </ul>
      {set.permanence && (
        <p className="muted small flat">
          {text.permanence}
          {text.colon}
          {set.permanence.citation} {set.permanence.clause}「{set.permanence.quote}」
        </p>
      )}
      {asking && (
        <SwitchOn
          set={set}
          panel={panel}
          chosen={[...chosen]}
          onClose={() => setAsking(false)}
          onDone={() => {
            setChosen(new Set())
            onSwitched()
          }}
        />
      )}
    </section>
  )
}
