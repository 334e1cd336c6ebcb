import type { RemoteCare } from '@yichuang/contracts'
import { typedDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { useGet } from '../../parts/queries.ts'
import { Choice, Field } from './Field.tsx'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

const NOTHING: RemoteCare = { place: '', from: '', until: '' }

/** Where somebody goes for care who files it, and from when to when. */
export function RemoteForm() {
  const { content, change } = useTyping()
  const text = useWords(windowWords)
  const places = useGet('remotePlaces', {}, { staleTime: 600_000 })
  const remote = content.remote ?? NOTHING
  const set = (part: Partial<RemoteCare>) => change({ remote: { ...remote, ...part } })
  const isProvince = remote.place === '' || remote.place.endsWith('0000')
  const provinces = (places.data?.items ?? []).map(({ code, name }) => [code, name])
  return (
    <section className="panel stack" id="remote">
      <h2>{text.steps.remote}</h2>
      <div className="field-grid">
        <Choice
          label={text.remotePlace}
          path="remote.place"
          value={isProvince ? remote.place : `${remote.place.slice(0, 2)}0000`}
          options={{ '': text.chooseReason, ...Object.fromEntries(provinces) } as Record<string, string>}
          onChange={(place) => set({ place })}
        />
        <Field
          label={text.remoteCity}
          path="remote.city"
          value={isProvince ? '' : remote.place}
          onChange={(place) => set({ place })}
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
