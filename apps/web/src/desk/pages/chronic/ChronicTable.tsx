import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { More } from '../../parts/More.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { usePages, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { chronicWords } from './words.ts'

type State = Reply<'getChronic'>['state']
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
    <>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isLoading && <Skeleton active />}
      {list.first && list.items.length === 0 && (
        <Empty title={text.empty}>
          <p>{text.emptyText}</p>
        </Empty>
      )}
      {list.items.length > 0 && (
        <ScrollRegion label={text.title}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.number}</th>
                <th scope="col">{text.person}</th>
                <th scope="col">{text.disease}</th>
                <th scope="col">{text.papers}</th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((one) => (
                <tr key={one.applicationId}>
                  <td>
                    <Link href={`${base}/${one.regionCode}/${one.applicationId}`} className="case-number">
                      {one.number}
                    </Link>
                    <div className="muted small">{one.hospital.name}</div>
                  </td>
                  <td>
                    {one.personName}
                    <div className="muted small">{one.idNumberMasked}</div>
                  </td>
                  <td>{one.disease.name}</td>
                  <td>{one.papers > 0 ? text.paperCount(one.papers) : text.noPapers}</td>
                  <td>
                    <ChronicMark state={one.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <More {...list} />
    </>
  )
}
