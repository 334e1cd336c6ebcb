import { App, Input, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { refresh, useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import type { Panel } from './Measures.tsx'
import type { SetView } from './Sets.tsx'
import { measuresWords } from './words.ts'

/** Asks where, for whom, from when to when and why, and switches the chosen measures on in one act. */
export function SwitchOn(props: {
  set: SetView
  panel: Panel
  chosen: readonly string[]
  onClose: () => void
  onDone: () => void
}) {
  const text = useWords(measuresWords)
  const { set, panel, chosen } = props
  const { office } = useDesk()
  const { message } = App.useApp()
  const [places, setPlaces] = useState<string[]>([])
  const [from, setFrom] = useState<string>(panel.today)
  const [until, setUntil] = useState('')
  const [days, setDays] = useState<number | null>(30)
  const [perDay, setPerDay] = useState<number | null>(null)
  const id = useId()
  const measures = set.measures.filter(({ measureId }) => chosen.includes(measureId))
  const needsDays = measures.some(({ needsPapersWithin }) => needsPapersWithin)
  const needsPerDay = measures.some((measure) => measure.needsPerDay)
  const act = useAct('switchOn', () => refresh('measuresPanel', 'measureUsage'))
  return (
    <ReasonDialog
      open
      title={text.dialogTitle}
      text={
        <ul className="fault-list">
          {measures.map(({ measureId, title }) => (
            <li key={measureId}>{title}</li>
          ))}
        </ul>
      }
      label={text.reason}
      placeholder={text.reasonHint}
      ready={
        until !== '' && from !== '' && (!needsDays || days !== null) && (!needsPerDay || perDay !== null)
      }
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({
          body: {
            regionCode: office.regionCode,
            measures: [...chosen],
            places,
            groups: [],
            from,
            until,
            reason,
            ...(needsDays && days !== null && { papersWithin: days }),
            ...(needsPerDay && perDay !== null && { perDay }),
          },
        })
        void message.success(text.switched)
        props.onDone()
        return true
      }}
    >
      <div className="measure-form">
        <div>
          <label htmlFor={`${id}-places`}>{text.places}</label>
          <Select
            id={`${id}-places`}
            mode="multiple"
            className="wide"
            value={places}
            onChange={setPlaces}
            placeholder={panel.wholeCity ? text.wholeCity : undefined}
            options={panel.places.map((place) => ({ value: place.id, label: place.name }))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{text.from}</label>
          <Input
            id={`${id}-from`}
            type="date"
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-until`}>{text.until}</label>
          <Input
            id={`${id}-until`}
            type="date"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        </div>
        {needsDays && (
          <div>
            <label htmlFor={`${id}-days`}>{text.papersWithin}</label>
            <InputNumber id={`${id}-days`} min={1} max={366} value={days} onChange={setDays} />
          </div>
        )}
        {needsPerDay && (
          <div>
            <label htmlFor={`${id}-per-day`}>{text.perDay}</label>
            <InputNumber id={`${id}-per-day`} min={1} max={9999} value={perDay} onChange={setPerDay} />
          </div>
        )}
      </div>
    </ReasonDialog>
  )
}
