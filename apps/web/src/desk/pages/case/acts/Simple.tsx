import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../../parts/lang.ts'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import { common } from '../../../parts/words.ts'
import { useCaseAct } from '../case-context.tsx'
import { actWords } from './words.ts'

/** Passes a difficult case up. The only way on for a clerk who would refuse. */
export function PassUp() {
  const text = useWords(actWords)
  const { reason } = useWords(common)
  const [open, setOpen] = useState(false)
  const [suggestsRefusal, setSuggestsRefusal] = useState(false)
  const act = useCaseAct('passUp')
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        {text.passUp}
      </Button>
      <ReasonDialog
        open={open}
        title={text.passUp}
        text={text.passUpText}
        label={reason}
        error={act.error}
        busy={act.busy}
        onClose={() => setOpen(false)}
        onSubmit={(typed) => act.run({ reason: typed, suggestsRefusal })}
      >
        <Checkbox checked={suggestsRefusal} onChange={({ target }) => setSuggestsRefusal(target.checked)}>
          {text.suggestsRefusal}
        </Checkbox>
      </ReasonDialog>
    </>
  )
}

/** Sends a case that was passed up back to the window with guidance. */
export function Return() {
  const text = useWords(actWords)
  const [open, setOpen] = useState(false)
  const act = useCaseAct('returnCase')
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        {text.return}
      </Button>
      <ReasonDialog
        open={open}
        title={text.return}
        text={text.returnText}
        label={text.guidance}
        error={act.error}
        busy={act.busy}
        onClose={() => setOpen(false)}
        onSubmit={(guidance) => act.run({ guidance })}
      />
    </>
  )
}

/** Withdraws for the person who stands there. */
export function Withdraw() {
  const text = useWords(actWords)
  const [open, setOpen] = useState(false)
  const act = useCaseAct('withdrawCase')
  return (
    <>
      <Button block type="text" onClick={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <ReasonDialog
        open={open}
        optional
        title={text.withdraw}
        text={text.withdrawText}
        label={text.withdrawReason}
        error={act.error}
        busy={act.busy}
        onClose={() => setOpen(false)}
        onSubmit={(reason) => act.run({ reason })}
      />
    </>
  )
}

/** Records the withdrawal of a person who stands there and shows their e-voucher code; without it the window may not. */
export function WithdrawOnProof() {
  const text = useWords(actWords)
  const [open, setOpen] = useState(false)
  const [voucher, setVoucher] = useState('')
  const act = useCaseAct('withdrawCase')
  const id = useId()
  return (
    <>
      <Button block type="text" onClick={() => setOpen(true)}>
        {text.withdrawProof}
      </Button>
      <ReasonDialog
        open={open}
        optional
        danger
        title={text.withdrawProof}
        text={text.withdrawProofText}
        okText={text.voucherOk}
        label={text.withdrawReason}
        ready={/^\d{28}$/.test(voucher.replace(/\s/g, ''))}
        error={act.error}
        busy={act.busy}
        onClose={() => {
          setOpen(false)
          setVoucher('')
        }}
        onSubmit={(reason) => act.run({ reason, voucher })}
      >
        <div>
          <label htmlFor={id}>{text.voucher}</label>
          <Input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            maxLength={60}
            value={voucher}
            onChange={({ target }) => setVoucher(target.value)}
          />
        </div>
      </ReasonDialog>
    </>
  )
}

/** Records why the case is overdue. */
export function ExplainOverdue() {
  const text = useWords(actWords)
  const [open, setOpen] = useState(false)
  const act = useCaseAct('explainOverdue')
  return (
    <>
      <Button block danger onClick={() => setOpen(true)}>
        {text.overdue}
      </Button>
      <ReasonDialog
        open={open}
        title={text.overdue}
        text={text.overdueText}
        label={text.overdue}
        error={act.error}
        busy={act.busy}
        onClose={() => setOpen(false)}
        onSubmit={(reason) => act.run({ reason })}
      />
    </>
  )
}
