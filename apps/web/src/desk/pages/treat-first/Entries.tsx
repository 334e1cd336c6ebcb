import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { entryTones, type Entry } from './entry.ts'
import { treatFirstWords } from './words.ts'

/** The list itself: open ones the oldest first, closed ones the newest first. */
export function Entries({ state, onOpen }: { state: 'open' | 'closed'; onOpen: (entryId: string) => void }) {
  const text = useWords(treatFirstWords)
  const { office } = useDesk()
  const list = usePages('listTreatFirst', { query: { regionCode: office.regionCode, state, limit: 30 } })
  return (
    <Listing
      list={list}
      empty={state === 'open' ? text.none : text.noneClosed}
      teach={state === 'open' ? text.noneText : undefined}
    >
      {(rows) => (
        <RowTable
          label={text.list}
          rows={rows}
          keyOf={({ entryId }) => entryId}
          columns={[
            {
              title: text.number,
              cell: (one) => (
                <>
                  <button
                    type="button"
                    className="text-link case-number"
                    aria-label={text.details(one.number)}
                    onClick={() => onOpen(one.entryId)}
                  >
                    {one.number}
                  </button>
                  <div className="muted small">{one.hospitalName}</div>
                </>
              ),
            },
            {
              title: text.patient,
              cell: (one) => (
                <div className="treat-first-patient">
                  {one.personName}
                  <div className="muted small">{one.idNumberMasked ?? text.situations[one.situation]}</div>
                </div>
              ),
            },
            { title: text.amount, className: 'num', cell: (one) => showYuan(one.amount) },
            { title: text.age, className: 'nowrap', cell: (one) => <Age entry={one} /> },
            state === 'open'
              ? { title: text.next, cell: (one: Entry) => <Next entry={one} /> }
              : { title: text.how, cell: (one: Entry) => one.closed && text.ends[one.closed.how] },
            {
              title: text.state,
              className: 'nowrap',
              cell: (one) => <Mark tone={entryTones[one.state]}>{text.states[one.state]}</Mark>,
            },
          ]}
        />
      )}
    </Listing>
  )
}

function Age({ entry }: { entry: Entry }) {
  const text = useWords(treatFirstWords)
  const { workingDays, calendarDays, openedOn } = entry
  return (
    <>
      {workingDays === null ? text.calendarDays(calendarDays) : text.days(workingDays)}
      <div className="muted small">{showDay(openedOn)}</div>
    </>
  )
}

/** Who has to do the next thing, and whether they were reminded. */
export function Next({ entry }: { entry: Entry }) {
  const text = useWords(treatFirstWords)
  const { next, remindedOn, remindOn } = entry
  return (
    <>
      {next.name ?? text.sides[next.side]}
      <div className="muted small">
        {remindedOn === null ? text.remind(showDay(remindOn)) : text.reminded(showDay(remindedOn))}
      </div>
    </>
  )
}
