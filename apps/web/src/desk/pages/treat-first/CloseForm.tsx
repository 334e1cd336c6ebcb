import { App, Radio } from 'antd'
import { useState } from 'react'
import { formatYuan } from '@yichuang/kernel'
import { useWords } from '../../parts/lang.ts'
import { typedFen } from '../../parts/money.ts'
import { useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Labelled } from '../hospital/Labelled.tsx'
import { refreshEntries, type Entry } from './entry.ts'
import { treatFirstWords } from './words.ts'

const HOWS = ['settlement', 'claim', 'settled-elsewhere', 'other-payer'] as const
type How = (typeof HOWS)[number]

/** Closes an entry by what settled it; an institution by a settlement made here, the agency by other papers too. */
export function CloseForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const text = useWords(treatFirstWords)
  const { message } = App.useApp()
  const { has } = useDesk()
  const [how, setHow] = useState<How>('settlement')
  const [number, setNumber] = useState('')
  const [total, setTotal] = useState(entry.amount)
  const [fund, setFund] = useState('')
  const act = useAct('closeTreatFirst', refreshEntries)
  const byPaper = how === 'settled-elsewhere' || how === 'other-payer'
  const [totalFen, fundFen] = [typedFen(total), fund.trim() === '' ? undefined : typedFen(fund)]
  const sound =
    number.trim().length >= 2 &&
    (!byPaper || (totalFen !== undefined && (fund.trim() === '' || fundFen !== undefined)))
  const by = () => {
    if (how === 'settlement') return { how, settlementId: number.trim() } as const
    if (how === 'claim') return { how, caseNumber: number.trim() } as const
    const paid = fundFen === undefined ? {} : { fund: formatYuan(fundFen) }
    return { how, reference: number.trim(), total: formatYuan(totalFen!), ...paid }
  }
  const { entryId, regionCode, version } = entry
  return (
    <ReasonDialog
      open
      title={text.acts.close}
      label={text.closeReason}
      ready={sound}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { entryId }, body: { regionCode, version, by: by(), reason } })
        void message.success(text.closed)
        return true
      }}
    >
      <fieldset className="kind-choice">
        <legend>{text.how}</legend>
        <Radio.Group
          value={how}
          onChange={({ target }) => setHow(target.value as How)}
          options={HOWS.filter((value) => value === 'settlement' || !has('hospital')).map((value) => ({
            value,
            label: text.ends[value],
          }))}
        />
      </fieldset>
      <Labelled
        label={how === 'settlement' ? text.settlementId : how === 'claim' ? text.caseNumber : text.document}
        value={number}
        onChange={setNumber}
        maxLength={how === 'settlement' ? 30 : 40}
      />
      {byPaper && <Labelled label={text.total} value={total} onChange={setTotal} />}
      {byPaper && <Labelled label={text.fund} value={fund} onChange={setFund} />}
    </ReasonDialog>
  )
}
