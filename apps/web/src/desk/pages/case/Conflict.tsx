import { Alert, Button } from 'antd'
import { listed } from '../../../shared/format.ts'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { useCase } from './case-context.tsx'
import { changesSince } from './changes.ts'
import { caseWords } from './words.ts'

/** Tells what a colleague changed while one was working on the case. */
export function Conflict() {
  const { view, before, noteConflict } = useCase()
  const { conflict } = useWords(caseWords)
  if (!before) return null
  const { events, parts } = changesSince(before, view)
  return (
    <Alert
      className="conflict"
      type="warning"
      showIcon
      role="alert"
      title={conflict.title}
      description={
        <>
          <p>{conflict.text}</p>
          <ul className="fault-list">
            {events.map((event) => (
              <li key={event.seq}>
                {showInstant(event.at)} {event.by}：{event.title} {event.text}
              </li>
            ))}
            {parts.length > 0 && (
              <li>{conflict.changed(listed(parts.map((part) => conflict.parts[part])))}</li>
            )}
          </ul>
        </>
      }
      action={<Button onClick={() => noteConflict(null)}>{conflict.goOn}</Button>}
    />
  )
}
