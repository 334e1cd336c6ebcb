import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { usePages, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { patientColumns } from './patient-columns.tsx'
import { referralWords } from './words.ts'

type State = Reply<'getReferral'>['state']
type Row = Reply<'listReferrals'>['items'][number]
const tones: Record<State, Tone> = { coming: 'info', 'in-force': 'good', over: 'quiet', revoked: 'bad' }

export function ReferralMark({ state }: { state: State }) {
  const { states } = useWords(referralWords)
  return <Mark tone={tones[state]}>{states[state]}</Mark>
}

/** Referrals, newest first: a hospital's own, or those of the city; each opens below `base`. */
export function ReferralTable({ base, number = '' }: { base: string; number?: string }) {
  const text = useWords(referralWords)
  const { office } = useDesk()
  const list = usePages('listReferrals', {
    query: { regionCode: office.regionCode, limit: 30, ...(number !== '' && { number }) },
  })
  return (
    <Listing list={list} empty={text.empty} teach={text.emptyText}>
      {(rows) => (
        <RowTable
          label={text.title}
          rows={rows}
          keyOf={({ referralId }) => referralId}
          columns={[
            ...patientColumns<Row>(text, (one) => `${base}/${one.regionCode}/${one.referralId}`),
            { title: text.place, cell: (one) => one.target.name },
            { title: text.diagnosis, cell: (one) => one.diagnosis.name },
            { title: text.valid, className: 'nowrap', cell: (one) => showDay(one.until) },
            { title: text.state, cell: (one) => <ReferralMark state={one.state} /> },
          ]}
        />
      )}
    </Listing>
  )
}
