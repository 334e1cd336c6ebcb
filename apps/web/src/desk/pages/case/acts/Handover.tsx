import { Button, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useGet } from '../../../parts/queries.ts'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import { useDesk } from '../../../parts/session.tsx'
import { common } from '../../../parts/words.ts'
import { useCase, useCaseAct } from '../case-context.tsx'
import { actWords } from './words.ts'

/** The owner offers the case to a colleague; the colleague accepts or declines. */
export function Handover() {
  const { view } = useCase()
  const { staff } = useDesk()
  if (view.handover) return <Offered />
  const over = view.state === 'paid' || view.state === 'refused' || view.state === 'withdrawn'
  return view.owner?.userId === staff.userId && !over ? <Offer /> : null
}

function Offered() {
  const { view } = useCase()
  const { staff } = useDesk()
  const text = useWords(actWords)
  const answer = useCaseAct('answerHandover')
  const offer = view.handover!
  return (
    <div className="stack">
      <p className="flat">
        {text.offered(offer.byName, offer.toName)}：{offer.reason}
      </p>
      {offer.toUserId === staff.userId && (
        <div className="row">
          <Button type="primary" loading={answer.busy} onClick={() => void answer.run({ accept: true })}>
            {text.take}
          </Button>
          <Button disabled={answer.busy} onClick={() => void answer.run({ accept: false })}>
            {text.decline}
          </Button>
        </div>
      )}
      <ProblemAlert error={answer.error} />
    </div>
  )
}

function Offer() {
  const { view } = useCase()
  const text = useWords(actWords)
  const { roles } = useWords(common)
  const [open, setOpen] = useState(false)
  const [toUserId, setTo] = useState<string>()
  const { caseId, regionCode } = view
  const colleagues = useGet(
    'listColleagues',
    { params: { caseId }, query: { regionCode } },
    { enabled: open, staleTime: 0 },
  )
  const offer = useCaseAct('offerHandover')
  return (
    <>
      <Button block type="text" onClick={() => setOpen(true)}>
        {text.handover}
      </Button>
      <ReasonDialog
        open={open}
        title={text.handover}
        text={text.handoverText}
        label={text.handoverReason}
        ready={toUserId !== undefined}
        error={offer.error ?? colleagues.error}
        busy={offer.busy}
        onClose={() => setOpen(false)}
        onSubmit={(reason) => offer.run({ toUserId, reason })}
      >
        <Select
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text.handoverTo}
          placeholder={text.handoverTo}
          loading={colleagues.isLoading}
          value={toUserId}
          onChange={setTo}
          notFoundContent={text.handoverNobody}
          options={colleagues.data?.items.map((colleague) => ({
            value: colleague.userId,
            label: `${colleague.name}（${colleague.roles.map((role) => roles[role]).join('、')}）`,
          }))}
        />
      </ReasonDialog>
    </>
  )
}
