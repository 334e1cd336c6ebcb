import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { usePages, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { patientColumns } from '../hospital/patient-columns.tsx'
import { chronicWords } from './words.ts'

type State = Reply<'getChronic'>['state']
type Row = Reply<'listChronic'>['items'][number]
const tones: Record<State, Tone> = {
  collected: 'soon',
  'handed-over': 'info',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
}

export function ChronicMark({ state }: { state: State }) {
  const { states } = useWords(chronicWords)
  return <Mark tone={tones[state]}>{states[state]}</Mark>
}

/** Applications, newest first: a hospital's own, or those of the city; each opens below `base`. */
export function ChronicTable({ base }: { base: string }) {
  const text = useWords(chronicWords)
  const { office } = useDesk()
  const list = usePages('listChronic', { query: { regionCode: office.regionCode, limit: 30 } })
  return (
    <Listing list={list} empty={text.empty} teach={text.emptyText}>
      {(rows) => (
        <RowTable
          label={text.title}
          rows={rows}
          keyOf={({ applicationId }) => applicationId}
          columns={[
            ...patientColumns<Row>(text, (one) => `${base}/${one.regionCode}/${one.applicationId}`),
            { title: text.disease, cell: (one) => one.disease.name },
            {
              title: text.papers,
              cell: (one) => (one.papers > 0 ? text.paperCount(one.papers) : text.noPapers),
            },
            { title: text.state, cell: (one) => <ChronicMark state={one.state} /> },
          ]}
        />
      )}
    </Listing>
  )
}
