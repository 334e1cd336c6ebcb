import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import type { Chosen } from './InstitutionChoice.tsx'
import { accessWords } from './words.ts'

type Call = Reply<'institutionCalls'>['items'][number]
const tones: Record<Call['outcome'], Tone> = { accepted: 'good', refused: 'soon', 'turned-away': 'bad' }

/** What an institution's system called last, and how it was answered. */
export function Calls({ institution }: { institution: Chosen }) {
  const text = useWords(accessWords)
  const { office } = useDesk()
  const found = useGet('institutionCalls', {
    query: { regionCode: office.regionCode, institutionCode: institution.code },
  })
  const reasons: Record<string, string> = text.reasons
  return (
    <section className="panel stack" aria-label={text.calls}>
      <h2>
        {text.calls} · {institution.name}
      </h2>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data && <p className="muted flat">{text.callsText(showInstant(found.data.since))}</p>}
      {found.data?.items.length === 0 && <p className="flat">{text.noCalls}</p>}
      {found.data && found.data.items.length > 0 && (
        <RowTable
          label={text.calls}
          rows={found.data.items.map((call, index) => ({ ...call, index }))}
          keyOf={({ index }) => String(index)}
          columns={[
            { title: text.at, className: 'nowrap', cell: ({ at }) => showInstant(at) },
            { title: text.infno, className: 'num', cell: ({ infno }) => infno ?? '—' },
            {
              title: text.outcome,
              className: 'detail',
              cell: ({ outcome, reason }) => (
                <>
                  <Mark tone={tones[outcome]}>{text.outcomes[outcome]}</Mark>{' '}
                  {reason && (reasons[reason] ?? reason)}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
