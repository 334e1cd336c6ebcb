import { App, Button, Drawer, Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { percentFromRatio } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { institutionTones, refreshInstitutions, type Agreement } from './institution.ts'
import { institutionWords } from './words.ts'

/** All agreements of an institution, newest first; the administrator records and ends them here. */
export function Agreements(props: { hospitalCode: string; regionCode: string; onClose: () => void }) {
  const text = useWords(institutionWords)
  const { hospitalCode, regionCode } = props
  const { has, session } = useDesk()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Agreement | null>(null)
  const read = useGet('getInstitution', { params: { hospitalCode }, query: { regionCode } })
  const data = read.data
  const mayWrite = has('administrator')
  return (
    <Drawer open size="large" title={data?.institution.name ?? text.past} onClose={props.onClose}>
      <div className="stack">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
        {data && (
          <p className="spread flat">
            <span>
              {text.levels[data.institution.level]} {hospitalCode}{' '}
              <Mark tone={institutionTones[data.institution.state]}>
                {text.states[data.institution.state]}
              </Mark>
            </span>
            {mayWrite && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {text.conclude}
              </Button>
            )}
          </p>
        )}
        <ul className="agreement-list">
          {data?.agreements.map((agreement) => (
            <li key={agreement.agreementId}>
              <div className="spread">
                <h3>{agreement.number}</h3>
                {mayWrite && agreement.until > session.today && (
                  <Button size="small" onClick={() => setEnding(agreement)}>
                    {text.end}
                  </Button>
                )}
              </div>
              <div>{text.until(showDay(agreement.from), showDay(agreement.until))}</div>
              <div>{agreement.services.map((service) => text.serviceNames[service]).join('、')}</div>
              <div>
                {text.network}：{text.networks[agreement.network]}
                {agreement.networkedFrom && ` ${text.since(showDay(agreement.networkedFrom))}`}
                {' · '}
                {text.deposit}{' '}
                {agreement.depositShare === null
                  ? text.noDeposit
                  : `${percentFromRatio(agreement.depositShare)}%`}
              </div>
              <div className="muted small">
                {text.by(agreement.concludedBy)}
                {agreement.endedReason && ` · ${text.end}：${agreement.endedReason}`}
              </div>
            </li>
          ))}
        </ul>
      </div>
      {adding && (
        <AgreementForm hospitalCode={hospitalCode} regionCode={regionCode} onClose={() => setAdding(false)} />
      )}
      {ending && <EndDialog agreement={ending} regionCode={regionCode} onClose={() => setEnding(null)} />}
    </Drawer>
  )
}

function EndDialog(props: { agreement: Agreement; regionCode: string; onClose: () => void }) {
  const text = useWords(institutionWords)
  const { agreement, regionCode } = props
  const { message } = App.useApp()
  const { session } = useDesk()
  const [lastDay, setLastDay] = useState<string>(session.today)
  const id = useId()
  const act = useAct('endAgreement', refreshInstitutions)
  return (
    <ReasonDialog
      open
      danger
      title={text.endTitle}
      text={text.endText(agreement.number, showDay(agreement.until))}
      label={text.reason}
      ready={lastDay !== ''}
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        const { agreementId, version } = agreement
        await act.mutateAsync({ params: { agreementId }, body: { regionCode, version, lastDay, reason } })
        void message.success(text.ended)
        return true
      }}
    >
      <div>
        <label htmlFor={id}>{text.last}</label>
        <Input id={id} type="date" value={lastDay} onChange={({ target }) => setLastDay(target.value)} />
      </div>
    </ReasonDialog>
  )
}
