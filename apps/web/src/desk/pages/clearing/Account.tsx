import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { common } from '../../parts/words.ts'
import { Labelled } from '../hospital/Labelled.tsx'
import { refreshClearing } from './clearing.ts'
import { payWords } from './pay-words.ts'

export type Due = Reply<'clearingPayable'>['items'][number]
type Proposal = NonNullable<Due['proposed']>

/** Where an institution is paid, and what was entered since: another person confirms it here or sends it back. */
export function AccountCell({ due, regionCode }: { due: Due; regionCode: string }) {
  const text = useWords(payWords)
  const { account, proposed } = due
  return (
    <div className="stack clearing-account">
      {account ? (
        <div>
          {account.bankName} <span className="muted nowrap">{account.masked}</span>
        </div>
      ) : (
        !proposed && (
          <div>
            <Mark tone="soon">{text.noAccount}</Mark>
          </div>
        )
      )}
      {proposed && <Proposed due={due} proposed={proposed} regionCode={regionCode} />}
    </div>
  )
}

function Proposed({ due, proposed, regionCode }: { due: Due; proposed: Proposal; regionCode: string }) {
  const text = useWords(payWords)
  const [deciding, setDeciding] = useState<'confirm' | 'return' | null>(null)
  const { returned } = proposed
  const close = () => setDeciding(null)
  return (
    <div>
      <Mark tone={returned ? 'bad' : 'soon'}>{returned ? text.accountReturned : text.accountWaits}</Mark>{' '}
      {proposed.bankName} <span className="muted nowrap">{proposed.masked}</span>
      <div className="muted small">{text.enteredBy(proposed.by, showInstant(proposed.at))}</div>
      {returned && <div className="small">{text.returnedBy(returned.by, returned.reason)}</div>}
      {proposed.mayDecide && (
        <div className="clearing-decide">
          <Button
            size="small"
            type="primary"
            aria-label={text.confirmOf(due.institutionName)}
            onClick={() => setDeciding('confirm')}
          >
            {text.confirmAccount}
          </Button>
          <Button
            size="small"
            aria-label={text.returnOf(due.institutionName)}
            onClick={() => setDeciding('return')}
          >
            {text.returnAccount}
          </Button>
        </div>
      )}
      {deciding === 'confirm' && <Confirm {...{ due, proposed, regionCode }} onClose={close} />}
      {deciding === 'return' && <Return {...{ due, proposed, regionCode }} onClose={close} />}
    </div>
  )
}

interface Deciding {
  readonly due: Due
  readonly proposed: Proposal
  readonly regionCode: string
  readonly onClose: () => void
}

/** Who confirms types the number anew from the bank's paper: only its end is shown. */
function Confirm({ due, proposed, regionCode, onClose }: Deciding) {
  const text = useWords(payWords)
  const { cancel } = useWords(common)
  const { message } = App.useApp()
  const [account, setAccount] = useState('')
  const act = useAct('confirmInstitutionAccount', refreshClearing)
  const { institutionCode } = due
  const submit = async () => {
    const { proposalId } = proposed
    await act.mutateAsync({ params: { institutionCode }, body: { regionCode, proposalId, account } })
    void message.success(text.confirmed)
    onClose()
  }
  return (
    <Modal
      open
      title={text.confirmOf(due.institutionName)}
      okText={text.confirmAccount}
      cancelText={cancel}
      okButtonProps={{ disabled: account.trim().length < 8, loading: act.isPending }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={onClose}
    >
      <div className="clearing-form">
        <dl className="clearing-sums">
          <div>
            <dt>{text.holder}</dt>
            <dd>{proposed.holder}</dd>
          </div>
          <div>
            <dt>{text.bankName}</dt>
            <dd>{proposed.bankName}</dd>
          </div>
          <div>
            <dt>{text.accountNumber}</dt>
            <dd className="nowrap">{proposed.masked}</dd>
          </div>
        </dl>
        <Labelled label={text.accountAgain} value={account} onChange={setAccount} maxLength={40} />
        <p className="muted small flat">{text.confirmText}</p>
        <ProblemAlert error={act.error} />
      </div>
    </Modal>
  )
}

function Return({ due, proposed, regionCode, onClose }: Deciding) {
  const text = useWords(payWords)
  const { message } = App.useApp()
  const act = useAct('returnInstitutionAccount', refreshClearing)
  const { institutionCode } = due
  const { proposalId } = proposed
  return (
    <ReasonDialog
      open
      title={text.returnOf(due.institutionName)}
      text={text.returnText}
      label={text.returnReason}
      okText={text.returnAccount}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { institutionCode }, body: { regionCode, proposalId, reason } })
        void message.success(text.accountSentBack)
        return true
      }}
    />
  )
}

/** Finance enters where an institution is paid; another person confirms it. */
export function AccountForm(props: { due: Due; regionCode: string; onClose: () => void }) {
  const text = useWords(payWords)
  const { save, cancel } = useWords(common)
  const { message } = App.useApp()
  const { due, regionCode } = props
  const known = due.proposed ?? due.account
  const [values, setValues] = useState({
    holder: known?.holder ?? due.institutionName,
    bankName: known?.bankName ?? '',
    account: '',
  })
  const act = useAct('proposeInstitutionAccount', refreshClearing)
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value })
  const submit = async () => {
    await act.mutateAsync({ body: { regionCode, institutionCode: due.institutionCode, ...values } })
    void message.success(text.entered)
    props.onClose()
  }
  const ready = Object.values(values).every((value) => value.trim().length >= 2)
  return (
    <Modal
      open
      title={text.accountOf(due.institutionName)}
      okText={save}
      cancelText={cancel}
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={props.onClose}
    >
      <div className="clearing-form">
        <Labelled label={text.holder} value={values.holder} onChange={set('holder')} maxLength={100} />
        <Labelled label={text.bankName} value={values.bankName} onChange={set('bankName')} maxLength={100} />
        <Labelled
          label={text.accountNumber}
          value={values.account}
          onChange={set('account')}
          maxLength={40}
        />
        <p className="muted small flat">{text.accountText}</p>
        <ProblemAlert error={act.error} />
      </div>
    </Modal>
  )
}
