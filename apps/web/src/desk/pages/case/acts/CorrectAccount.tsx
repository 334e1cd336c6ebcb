import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { common } from '../../../parts/words.ts'
import { useCase, useCaseAct } from '../case-context.tsx'
import { caseWords } from '../words.ts'
import { AccountDoubt } from '../../../parts/AccountDoubt.tsx'
import { actWords } from './words.ts'

/** Another account after the bank sent a payment back. */
export function CorrectAccount() {
  const { view } = useCase()
  const text = useWords(actWords)
  const labels = useWords(caseWords)
  const { cancel } = useWords(common)
  const [open, setOpen] = useState(false)
  const [payee, setPayee] = useState({
    holder: view.content.payee.holder,
    bankName: view.content.payee.bankName,
    account: '',
  })
  const act = useCaseAct('correctAccount')
  const fields = [
    ['holder', labels.holder],
    ['bankName', labels.bank],
    ['account', labels.account],
  ] as const
  const submit = async () => {
    if (await act.run({ payee })) setOpen(false)
  }
  return (
    <>
      <Button type="primary" block onClick={() => setOpen(true)}>
        {text.account}
      </Button>
      <Modal
        open={open}
        title={text.account}
        okText={text.account}
        cancelText={cancel}
        okButtonProps={{
          loading: act.busy,
          disabled: Object.values(payee).some((value) => value.trim() === ''),
        }}
        onOk={() => void submit()}
        onCancel={() => setOpen(false)}
      >
        <div className="stack">
          <p className="flat">{text.accountText}</p>
          {view.payment?.bankReason && <p className="bad-text flat">{view.payment.bankReason}</p>}
          {fields.map(([name, label]) => (
            <label key={name} className="stack tight">
              {label}
              <Input
                value={payee[name]}
                maxLength={120}
                onChange={({ target }) => setPayee({ ...payee, [name]: target.value })}
              />
            </label>
          ))}
          <AccountDoubt account={payee.account} />
          <ProblemAlert error={act.error} />
        </div>
      </Modal>
    </>
  )
}
