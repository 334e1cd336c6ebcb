import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { windowWords } from './words.ts'

/** The numbers of this hall today, while a measure limits them; nothing otherwise. */
export function HallToday() {
  const text = useWords(windowWords)
  const { office } = useDesk()
  const halls = useGet('hallNumbers', { params: { regionCode: office.regionCode } })
  const hall = halls.data?.items.find(({ officeId }) => officeId === office.officeId)
  if (!hall) return null
  const full = hall.used >= hall.limit
  return (
    <p className="row">
      <Mark tone={full ? 'soon' : 'info'}>{text.hall(hall.limit, hall.used)}</Mark>
      <span className="muted small">
        {hall.occasion} · {hall.source.citation} {hall.source.clause}
        {full && ` · ${text.hallFull}`}
      </span>
    </p>
  )
}
