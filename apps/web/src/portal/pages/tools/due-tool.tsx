import { useState } from 'react'
import { call } from '../../../shared/api.ts'
import { day, weekday } from '../../../shared/format.ts'
import { useLanguage } from '../../../shared/language.ts'
import { Field, fieldId, TextField } from '../../parts/field.tsx'
import { Ledger } from '../../parts/ledger.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { rememberedPlace } from '../../place.ts'
import { useSession } from '../../session.ts'
import { useTexts } from '../../texts.ts'

type Places = Awaited<ReturnType<typeof call<'listPlaces'>>>['items']
type Due = Awaited<ReturnType<typeof call<'toolDue'>>>

/** Due date of a limit in working days under the calendar of a place. */
export function DueTool() {
  const places = useLoad((signal) => call('listPlaces', { signal }), ['places'])
  return <Loaded of={places}>{({ items }) => <DueForm places={items} />}</Loaded>
}

function DueForm({ places }: { places: Places }) {
  const t = useTexts().tools
  const lang = useLanguage()
  const { session } = useSession()
  const remembered = places.find((place) => place.regionCode === rememberedPlace()) ?? places[0]
  const [pack, setPack] = useState(remembered?.packId ?? '')
  const [accepted, setAccepted] = useState(session.today)
  const [days, setDays] = useState('9')
  const [known, setKnown] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [due, setDue] = useState<Due>()
  const work = useAction(
    () =>
      call('toolDue', {
        body: {
          pack,
          accepted,
          days: Number(days),
          ...(known && { known }),
          ...(from && { pauses: [{ from, ...(to && { to }) }] }),
        },
      }),
    setDue,
  )
  return (
    <form
      className="pane"
      onSubmit={(event) => {
        event.preventDefault()
        work.run()
      }}
    >
      <Field id={fieldId('pack')} label={t.place}>
        {(aria) => (
          <select
            {...aria}
            className="input short"
            value={pack}
            onChange={(event) => setPack(event.target.value)}
          >
            {places.map((place) => (
              <option key={place.packId} value={place.packId}>
                {lang === 'en' ? place.nameEn : place.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="pair">
        <TextField path="accepted" type="date" label={t.accepted} value={accepted} onChange={setAccepted} />
        <TextField path="days" inputMode="numeric" short label={t.days} value={days} onChange={setDays} />
        <TextField
          path="pauseFrom"
          type="date"
          optional
          label={t.pauseFrom}
          value={from}
          onChange={setFrom}
        />
        <TextField path="pauseTo" type="date" optional label={t.pauseTo} value={to} onChange={setTo} />
      </div>
      <TextField
        path="known"
        type="date"
        optional
        label={t.known}
        hint={t.knownHint}
        value={known}
        onChange={setKnown}
      />
      <ActionFailure error={work.error} />
      <button className="button primary" disabled={work.pending}>
        {t.go}
      </button>
      {due && (
        <div role="status" className="answer stack">
          <p>{t.due}</p>
          <p className="big-amount">{due.due ? `${day(due.due)} ${weekday(due.due)}` : t.open}</p>
          <Ledger days={due.ledger} calendar={due.calendar} />
        </div>
      )}
    </form>
  )
}
