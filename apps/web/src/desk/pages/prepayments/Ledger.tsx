import { App, Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { BookForm } from './BookForm.tsx'
import { prepaymentTones, refreshPrepayments, SUMS, type Entry } from './prepayment.ts'
import { prepaymentWords } from './words.ts'

/** The ledger of one advance; finance books and takes back here. */
export function Ledger(props: { grantId: string; regionCode: string; onClose: () => void }) {
  const text = useWords(prepaymentWords)
  const { grantId, regionCode } = props
  const { has } = useDesk()
  const [booking, setBooking] = useState(false)
  const [back, setBack] = useState<Entry | null>(null)
  const read = useGet('getPrepayment', { params: { grantId }, query: { regionCode } })
  const data = read.data
  return (
    <Drawer
      open
      size="large"
      title={data ? `${data.prepayment.number} ${data.prepayment.hospitalName}` : text.ledger}
      onClose={props.onClose}
    >
      <div className="stack">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
        {data && (
          <>
            <p className="spread flat">
              <Mark tone={prepaymentTones[data.prepayment.state]}>{text.states[data.prepayment.state]}</Mark>
              {has('finance') && data.prepayment.state !== 'settled' && (
                <Button type="primary" onClick={() => setBooking(true)}>
                  {text.book}
                </Button>
              )}
            </p>
            <dl className="prepayment-sums">
              {SUMS.map((name) => (
                <div key={name}>
                  <dt>{text.sums[name]}</dt>
                  <dd>{showYuan(data.prepayment.sums[name])}</dd>
                </div>
              ))}
            </dl>
            <ol className="prepayment-ledger">
              {data.entries.map((entry) => (
                <Line
                  key={entry.seq}
                  entry={entry}
                  onBack={
                    has('finance') && entry.kind !== 'granted' && entry.corrects === null && !entry.corrected
                      ? () => setBack(entry)
                      : undefined
                  }
                />
              ))}
            </ol>
          </>
        )}
      </div>
      {booking && data && (
        <BookForm prepayment={data.prepayment} regionCode={regionCode} onClose={() => setBooking(false)} />
      )}
      {back && data && (
        <TakeBack
          entry={back}
          grantId={grantId}
          regionCode={regionCode}
          version={data.prepayment.version}
          onClose={() => setBack(null)}
        />
      )}
    </Drawer>
  )
}

function Line({ entry, onBack }: { entry: Entry; onBack: (() => void) | undefined }) {
  const text = useWords(prepaymentWords)
  const said = [
    entry.patients !== null && `${text.patients} ${entry.patients}`,
    entry.medicalTotal !== null && `${text.medicalTotal} ${entry.medicalTotal}`,
    entry.reference,
    entry.note,
    entry.corrects !== null && text.takesBack(entry.corrects),
  ].filter(Boolean)
  return (
    <li>
      <div className="spread">
        <strong>
          {text.kinds[entry.kind]} {showYuan(entry.amount)}
        </strong>
        {entry.corrected && <Mark>{text.wasTakenBack}</Mark>}
        {onBack && (
          <Button size="small" aria-label={`${text.takeBack} ${entry.seq}`} onClick={onBack}>
            {text.takeBack}
          </Button>
        )}
      </div>
      <div className="muted small">
        {text.by(entry.byName, showDay(entry.day))}
        {said.length > 0 && ` · ${said.join(' · ')}`}
      </div>
    </li>
  )
}

function TakeBack(props: {
  entry: Entry
  grantId: string
  regionCode: string
  version: number
  onClose: () => void
}) {
  const text = useWords(prepaymentWords)
  const { entry, grantId, regionCode, version } = props
  const { message } = App.useApp()
  const act = useAct('correctPrepayment', refreshPrepayments)
  return (
    <ReasonDialog
      open
      danger
      title={text.takeBackTitle}
      text={text.takeBackText(`${text.kinds[entry.kind]} ${showYuan(entry.amount)}`)}
      label={text.reason}
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({
          params: { grantId, seq: String(entry.seq) },
          body: { regionCode, version, reason },
        })
        void message.success(text.booked)
        return true
      }}
    />
  )
}
