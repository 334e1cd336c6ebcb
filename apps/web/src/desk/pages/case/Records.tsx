import { addressOf } from '../../../shared/api.ts'
import { showDay, showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { useCase } from './case-context.tsx'
import { caseWords } from './words.ts'

/** What happened, newest first, and who did it. */
export function Timeline() {
  const { view } = useCase()
  return (
    <ol className="timeline">
      {[...view.timeline]
        .sort((a, b) => b.seq - a.seq)
        .map((event) => (
          <li key={event.seq} data-side={event.side}>
            <div className="spread">
              <strong>{event.title}</strong>
              <span className="muted small">
                {showInstant(event.at)} · {event.by}
              </span>
            </div>
            {event.text && <p className="flat">{event.text}</p>}
          </li>
        ))}
    </ol>
  )
}

/** The notices sent, with their gaps and answers. */
export function Notices() {
  const { view } = useCase()
  const text = useWords(caseWords)
  if (view.notices.length === 0) return <p className="muted">{text.noNotices}</p>
  return (
    <div className="stack">
      {view.notices.map((notice) => (
        <section key={notice.noticeId}>
          <div className="spread">
            <strong>{showInstant(notice.at)}</strong>
            <span className="muted">
              {notice.by} · {notice.answeredOn ? text.answered(showDay(notice.answeredOn)) : text.unanswered}
            </span>
          </div>
          {notice.agencyFault && <Mark tone="bad">{text.agencyFault}</Mark>}
          <ol className="fault-list">
            {notice.gaps.map((gap) => (
              <li key={gap.text}>{gap.text}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

type LetterKind = Parameters<typeof addressOf<'getLetter'>>[1]['params']['kind']

/** Letters and receipts as PDF, in a window of their own so that they can be printed. */
export function Letters() {
  const { view } = useCase()
  const text = useWords(caseWords)
  if (view.letters.length === 0) return <p className="muted">{text.noLetters}</p>
  return (
    <ul className="letters">
      {view.letters.map((letter) => (
        <li key={letter.kind + letter.day} className="spread">
          <a
            target="_blank"
            rel="noreferrer"
            href={addressOf('getLetter', {
              params: { caseId: view.caseId, kind: letter.kind as LetterKind },
              query: { regionCode: view.regionCode },
            })}
          >
            {letter.title}（PDF）
          </a>
          <span className="muted">
            {showDay(letter.day)}{' '}
            <Mark tone={letter.current ? 'good' : 'quiet'}>
              {letter.current ? text.current : text.superseded}
            </Mark>
          </span>
        </li>
      ))}
    </ul>
  )
}
