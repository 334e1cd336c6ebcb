import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { More } from '../../parts/More.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { usePages, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { referralWords } from './words.ts'

type State = Reply<'getReferral'>['state']
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
                <th scope="col">{text.place}</th>
                <th scope="col">{text.diagnosis}</th>
                <th scope="col">{text.valid}</th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((one) => (
                <tr key={one.referralId}>
                  <td>
                    <Link href={`${base}/${one.regionCode}/${one.referralId}`} className="case-number">
                      {one.number}
                    </Link>
                    <div className="muted small">{one.hospital.name}</div>
                  </td>
                  <td>
                    {one.personName}
                    <div className="muted small">{one.idNumberMasked}</div>
                  </td>
                  <td>{one.target.name}</td>
                  <td>{one.diagnosis.name}</td>
                  <td className="nowrap">{showDay(one.until)}</td>
                  <td>
                    <ReferralMark state={one.state} />
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
