import { Button, Input } from 'antd'
import { shiftDay } from './shift-day.ts'
import { useWords } from '../parts/lang.ts'
import { ProblemAlert } from '../parts/problem.tsx'
import { queryClient, useAct } from '../parts/queries.ts'
import { showDay } from '../parts/days.ts'
import { shellWords } from './words.ts'

/** Always says that this is the demo and on which day it stands, and lets people move the day. */
export function DemoBar({ today }: { today: string }) {
  const text = useWords(shellWords)
  const move = useAct('moveDemoDay', () => queryClient.invalidateQueries())
  const to = (day: string) => move.mutate({ body: { today: day } })
  return (
    <aside className="demo-bar" aria-label={text.demoDay}>
      <strong>
        {text.demoDay}　{showDay(today)}
      </strong>
      <span className="row">
        <Button size="small" onClick={() => to(shiftDay(today, -1))} loading={move.isPending}>
          {text.demoPrevious}
        </Button>
        <Button size="small" onClick={() => to(shiftDay(today, 1))} loading={move.isPending}>
          {text.demoNext}
        </Button>
        <Input
          key={today}
          className="day-input"
          type="date"
          size="small"
          aria-label={text.demoMove}
          defaultValue={today}
          onBlur={({ target }) => target.value && target.value !== today && to(target.value)}
          onPressEnter={({ currentTarget }) => currentTarget.value && to(currentTarget.value)}
        />
      </span>
      <span className="demo-note">{text.demoNote}</span>
      <ProblemAlert error={move.error} />
    </aside>
  )
}
