import { Modal, Skeleton } from 'antd'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { filingWords } from './words.ts'

/** What happened in an accident, as the institution was told; opening it is recorded in the person's trail. */
export function AccidentDialog(props: {
  filing: Reply<'listFilings'>['items'][number]
  onClose: () => void
}) {
  const text = useWords(filingWords)
  const { filingId, regionCode, number, personName } = props.filing
  // Read once: every call is an entry in the trail.
  const read = useGet('getFiling', { params: { filingId }, query: { regionCode } }, { staleTime: Infinity })
  const accident = read.data?.accident
  return (
    <Modal open footer={null} title={text.accidentOf(number)} onCancel={props.onClose}>
      <p className="muted flat">{text.accidentText(personName)}</p>
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active />}
      {accident && (
        <dl className="facts">
          <div>
            <dt>{text.injuredOn}</dt>
            <dd>{accident.injuredOn ? showDay(accident.injuredOn) : text.notSaid}</dd>
          </div>
          <div>
            <dt>{text.site}</dt>
            <dd>{accident.site ?? text.notSaid}</dd>
          </div>
          <div>
            <dt>{text.cause}</dt>
            <dd>{accident.cause ?? text.notSaid}</dd>
          </div>
          <div>
            <dt>{text.payer}</dt>
            <dd>{accident.mayPay ? text.fundPays : text.thirdParty}</dd>
          </div>
        </dl>
      )}
    </Modal>
  )
}
