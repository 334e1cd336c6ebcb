import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { day } from '../../shared/format.ts'
import { useSession } from '../session.ts'
import { useTexts } from '../texts.ts'
import { nextDay } from './next-day.ts'

/** In the demo: always says which day it is, and lets people move it. */
export function DemoBar() {
  const t = useTexts()
  const { session, reload } = useSession()
  const [chosen, setChosen] = useState(session.today)
  const [said, setSaid] = useState('')
  if (!session.demo) return null
  const move = async (to: string) => {
    try {
      const { today } = await call('moveDemoDay', { body: { today: to } })
      setChosen(today)
      setSaid(t.demo.moved(day(today)))
      await reload()
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '')
    }
  }
  return (
    <section className="demo-bar" aria-label={t.demo.label}>
      <div className="column">
        <strong>{t.demo.today(day(session.today))}</strong>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void move(chosen)
          }}
        >
          <label htmlFor="demo-day">{t.demo.change}</label>
          <input
            id="demo-day"
            type="date"
            required
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          />
          <button className="button small">{t.demo.go}</button>
          <button type="button" className="button small" onClick={() => void move(nextDay(session.today))}>
            {t.demo.next}
          </button>
        </form>
        <span role="status">{said}</span>
      </div>
    </section>
  )
}
