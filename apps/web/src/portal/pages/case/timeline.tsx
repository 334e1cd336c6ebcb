import type { CaseView } from '@yichuang/contracts'
import { minute } from '../../../shared/format.ts'

/** What happened, newest first. */
export function Timeline({ events }: { events: CaseView['timeline'] }) {
  return (
    <ol className="timeline">
      {events.toReversed().map((event) => (
        <li key={event.seq} className={event.side}>
          <b>{event.title}</b>
          {event.text && <p>{event.text}</p>}
          <p className="faint">
            {minute(event.at)} · {event.by}
          </p>
        </li>
      ))}
    </ol>
  )
}
