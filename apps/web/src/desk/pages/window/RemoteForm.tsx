import type { RemoteCare } from '@yichuang/contracts'
import { typedDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { PlaceChoice } from '../../parts/PlaceChoice.tsx'
import { Field } from './Field.tsx'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

const NOTHING: RemoteCare = { place: '', from: '', until: '' }
const STEP = { 'data-path': 'remote.place', 'data-step': '' }

/** Where somebody goes for care who files it, and from when to when. */
export function RemoteForm() {
  const { view, content, change, faultAt } = useTyping()
  const text = useWords(windowWords)
  const remote = content.remote ?? NOTHING
  const set = (part: Partial<RemoteCare>) => change({ remote: { ...remote, ...part } })
  return (
    <section className="panel stack" id="remote">
      <h2>{text.steps.remote}</h2>
      <div className="field-grid">
        <PlaceChoice
          label={text.remotePlace}
          asks="care"
          except={view.regionCode}
          value={remote.place}
          onChange={(place) => set({ place })}
          fault={faultAt('remote.place')}
          step={STEP}
        />
        <Field
          label={text.remoteFrom}
          path="remote.from"
          hint={text.dayHint}
          value={remote.from}
          onChange={(from) => set({ from })}
          onBlur={(from) => set({ from: typedDay(from) })}
        />
        <Field
          label={text.remoteUntil}
          path="remote.until"
          hint={text.dayHint}
          value={remote.until}
          onChange={(until) => set({ until })}
          onBlur={(until) => set({ until: until.trim() === '' ? '' : typedDay(until) })}
        />
      </div>
    </section>
  )
}
