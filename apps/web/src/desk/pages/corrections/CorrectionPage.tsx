import { App, Button, Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { download } from '../../../shared/api.ts'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useDesk } from '../../parts/session.tsx'
import { Compared } from './Compared.tsx'
import { correctionTones, refreshCorrections, type Correction } from './correction.ts'
import { RecoveryDrawer } from './RecoveryDrawer.tsx'
import { correctionWords } from './words.ts'
import './corrections.css'

/** One correction: what it rests on, both sides of every decision, the second person's act, and what became of it. */
export function CorrectionPage({ correctionId }: { correctionId: string }) {
  const { regionCode } = useDesk().office
  const read = useGet('getCorrection', { params: { correctionId }, query: { regionCode } })
  return (
    <div className="page stack">
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active paragraph={{ rows: 10 }} />}
      {read.data && <Whole correction={read.data} regionCode={regionCode} />}
    </div>
  )
}

function Whole({ correction, regionCode }: { correction: Correction; regionCode: string }) {
  const text = useWords(correctionWords)
  const { state, decidedOn, decidedBy } = correction
  return (
    <>
      <div className="spread">
        <h1>
          {text.correct} {correction.number}
        </h1>
        <Mark tone={correctionTones[state]}>{text.states[state]}</Mark>
      </div>
      <section className="panel stack">
        <p className="flat">
          {correction.personName} · {correction.subjectNumber} · {text.reasonKinds[correction.reasonKind]}
          {correction.document && ` · ${correction.document}`}
        </p>
        <p className="flat">{correction.reason}</p>
        <p className="muted flat">
          {text.proposed(correction.proposedBy, showDay(correction.proposedOn))}
          {decidedOn && ` · ${text.decided(decidedBy ?? '', showDay(decidedOn))}`}
          {correction.decisionReason && `：${correction.decisionReason}`}
        </p>
        <dl className="correction-sums">
          <div>
            <dt>{text.toPay}</dt>
            <dd>{showYuan(correction.toPay)}</dd>
          </div>
          <div>
            <dt>{text.toRecover}</dt>
            <dd>{showYuan(correction.toRecover)}</dd>
          </div>
        </dl>
        {state === 'proposed' && <Acts correction={correction} regionCode={regionCode} />}
        {state === 'approved' && <After correction={correction} regionCode={regionCode} />}
      </section>
      <Compared decisions={correction.decisions} />
    </>
  )
}

function Acts({ correction, regionCode }: { correction: Correction; regionCode: string }) {
  const text = useWords(correctionWords)
  const { message } = App.useApp()
  const [rejecting, setRejecting] = useState(false)
  const act = useAct('decideCorrection', refreshCorrections)
  const { correctionId, version, mayDecide } = correction
  const decide = (outcome: 'approve' | 'reject', reason = '') =>
    act.mutateAsync({ params: { correctionId }, body: { regionCode, version, outcome, reason } })
  if (!mayDecide) return <p className="muted flat">{text.own}</p>
  return (
    <div className="stack">
      <ProblemAlert error={act.error} />
      <div className="row">
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() =>
            void decide('approve').then(
              () => void message.success(text.approved),
              () => undefined,
            )
          }
        >
          {text.approve}
        </Button>
        <Button onClick={() => setRejecting(true)}>{text.reject}</Button>
      </div>
      <ReasonDialog
        open={rejecting}
        title={text.reject}
        label={text.rejectReason}
        error={act.error}
        busy={act.isPending}
        onClose={() => setRejecting(false)}
        onSubmit={async (reason) => {
          await decide('reject', reason)
          return true
        }}
      />
    </div>
  )
}

function After({ correction, regionCode }: { correction: Correction; regionCode: string }) {
  const text = useWords(correctionWords)
  const { has } = useDesk()
  const [failed, setFailed] = useState<unknown>(null)
  const [opened, setOpened] = useState(false)
  const { correctionId, due, recovery, subject } = correction
  // What goes to the account of a claim is led nowhere else, unless the bank has rejected it.
  const mayName =
    due?.state === 'no-account' ||
    (due?.state === 'waiting' && (subject.kind === 'settlement' || due.bankReason !== null))
  const letter = () =>
    download('correctionLetter', { params: { correctionId }, query: { regionCode } }).then(
      saveFile,
      setFailed,
    )
  return (
    <div className="stack">
      <ProblemAlert error={failed} />
      <div className="row">
        <Button onClick={() => void letter()}>{text.letter}</Button>
        {recovery && has('finance', 'supervisor', 'auditor') && (
          <Button onClick={() => setOpened(true)}>
            {text.ledger} {recovery.number}
          </Button>
        )}
      </div>
      {due && (
        <p className="flat">
          {text.due} {showYuan(due.amount)}：{text.dueStates[due.state]}
          {due.holder && ` · ${due.holder} ${due.accountMasked}`}
          {due.bankReason && ` · ${text.bankReason}：${due.bankReason}`}
        </p>
      )}
      {mayName && has('finance') && <Account correctionId={correctionId} regionCode={regionCode} />}
      {opened && recovery && (
        <RecoveryDrawer
          recoveryId={recovery.recoveryId}
          regionCode={regionCode}
          onClose={() => setOpened(false)}
        />
      )}
    </div>
  )
}

function Account({ correctionId, regionCode }: { correctionId: string; regionCode: string }) {
  const text = useWords(correctionWords)
  const id = useId()
  const [payee, setPayee] = useState({ holder: '', bankName: '', account: '' })
  const act = useAct('setCorrectionPayee', refreshCorrections)
  const field = (name: keyof typeof payee, label: string) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        maxLength={60}
        value={payee[name]}
        onChange={({ target }) => setPayee({ ...payee, [name]: target.value })}
      />
    </div>
  )
  return (
    <details>
      <summary>{text.payee}</summary>
      <div className="correction-form">
        {field('holder', text.holder)}
        {field('bankName', text.bank)}
        {field('account', text.account)}
        <ProblemAlert error={act.error} />
        <div>
          <Button
            loading={act.isPending}
            onClick={() => act.mutate({ params: { correctionId }, body: { regionCode, payee } })}
          >
            {text.save}
          </Button>
        </div>
      </div>
    </details>
  )
}
