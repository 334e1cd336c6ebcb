import { App, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { DebtFields, sentOf } from './DebtFields.tsx'
import { refreshEntries, type Entry } from './entry.ts'
import { treatFirstWords } from './words.ts'

/** Notes who it is by now, what it has come to, and who is next. */
export function ChangeForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const text = useWords(treatFirstWords)
  const { message } = App.useApp()
  const [debt, setDebt] = useState({
    personName: entry.personName,
    idNumber: '',
    insuredPlace: entry.insuredPlace ?? '',
    situation: entry.situation,
    amount: entry.amount,
    payer: entry.payer,
    payerName: entry.payerName ?? '',
    reference: entry.reference ?? '',
  })
  const [next, setNext] = useState(entry.next.side)
  const act = useAct('changeTreatFirst', refreshEntries)
  const sent = sentOf(debt)
  const { entryId, regionCode, version } = entry
  return (
    <ReasonDialog
      open
      title={text.acts.change}
      label={text.note}
      ready={sent !== undefined}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (note) => {
        await act.mutateAsync({ params: { entryId }, body: { regionCode, version, ...sent!, next, note } })
        void message.success(text.changed)
        return true
      }}
    >
      <DebtFields debt={debt} onChange={setDebt} />
      <fieldset className="kind-choice">
        <legend>{text.nextWho}</legend>
        <Radio.Group
          value={next}
          onChange={({ target }) => setNext(target.value as typeof next)}
          options={(['hospital', 'agency'] as const).map((value) => ({ value, label: text.sides[value] }))}
        />
      </fieldset>
    </ReasonDialog>
  )
}
