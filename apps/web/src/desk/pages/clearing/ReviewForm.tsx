import { App, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { formatYuan, ZERO_FEN } from '@yichuang/kernel'
import { useWords } from '../../parts/lang.ts'
import { percentFromRatio, showYuan, typedFen } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct } from '../../parts/queries.ts'
import { Labelled } from '../hospital/Labelled.tsx'
import { refreshClearing, type ClearingDetail } from './clearing.ts'
import { useNamed } from './ClearingParts.tsx'
import { clearingWords } from './words.ts'

interface Typed {
  readonly id: number
  readonly fund: number
  readonly amount: string
  readonly reason: string
  readonly clause: string
  readonly settlementId: string
}

/** Proposes what an application is paid; a colleague approves it. */
export function ReviewForm({ clearing, regionCode }: { clearing: ClearingDetail; regionCode: string }) {
  const text = useWords(clearingWords)
  const { message } = App.useApp()
  const [rows, setRows] = useState<readonly Typed[]>([])
  const [offsets, setOffsets] = useState<Readonly<Record<string, string>>>({})
  const [note, setNote] = useState('')
  const act = useAct('proposeClearing', async () => {
    await refreshClearing()
    void message.success(text.proposed)
  })
  const { applicationId, version, funds, kind } = clearing
  const change = (id: number, more: Partial<Typed>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...more } : row)))
  const ready = rows.every(
    ({ amount, reason, clause }) =>
      (typedFen(amount) ?? ZERO_FEN) > 0 && reason.trim().length >= 2 && clause.trim().length >= 2,
  )
  const advances = clearing.advances.filter(
    ({ insurance, held }) =>
      kind === 'settled' &&
      held !== '0.00' &&
      funds.some((fund) => fund.insurance === insurance && fund.payer === 'hifp_pay'),
  )
  const propose = () =>
    act.mutate({
      params: { applicationId },
      body: {
        regionCode,
        version,
        deductions: rows.map(({ fund, amount, reason, clause, settlementId }) => ({
          insurance: funds[fund]!.insurance,
          payer: funds[fund]!.payer,
          amount: formatYuan(typedFen(amount)!),
          reason,
          clause,
          ...(settlementId.trim() && { settlementId: settlementId.trim() }),
        })),
        offsets: advances.flatMap(({ insurance }) => {
          const fen = typedFen(offsets[insurance] ?? '')
          return fen ? [{ insurance, amount: formatYuan(fen) }] : []
        }),
        ...(note.trim() && { note: note.trim() }),
      },
    })
  const share = clearing.agreementShare
  return (
    <section className="panel stack clearing-form">
      <div>
        <h2>{text.review}</h2>
        <p className="muted flat">{text.reviewText}</p>
        {kind === 'settled' && (
          <p className="flat">{share === null ? text.noShare : text.share(`${percentFromRatio(share)}%`)}</p>
        )}
      </div>
      {rows.map((row, at) => (
        <Deduction
          key={row.id}
          row={row}
          at={at + 1}
          funds={funds}
          onChange={(more) => change(row.id, more)}
          onDrop={() => setRows(rows.filter(({ id }) => id !== row.id))}
        />
      ))}
      {funds.length > 0 && (
        <p className="flat">
          <Button
            onClick={() =>
              setRows([
                ...rows,
                {
                  id: Math.max(0, ...rows.map(({ id }) => id)) + 1,
                  fund: 0,
                  amount: '',
                  reason: '',
                  clause: '',
                  settlementId: '',
                },
              ])
            }
          >
            {text.addDeduction}
          </Button>
        </p>
      )}
      {advances.map(({ insurance, held }) => (
        <Labelled
          key={insurance}
          label={text.advances(text.insurances[insurance], showYuan(held))}
          value={offsets[insurance] ?? ''}
          onChange={(value) => setOffsets({ ...offsets, [insurance]: value })}
          maxLength={16}
        />
      ))}
      <Labelled label={text.note} value={note} onChange={setNote} maxLength={1000} area />
      <ProblemAlert error={act.error} />
      <p className="flat">
        <Button type="primary" disabled={!ready} loading={act.isPending} onClick={propose}>
          {text.propose}
        </Button>
      </p>
    </section>
  )
}

function Deduction(props: {
  row: Typed
  at: number
  funds: ClearingDetail['funds']
  onChange: (more: Partial<Typed>) => void
  onDrop: () => void
}) {
  const text = useWords(clearingWords)
  const named = useNamed()
  const { row, at, funds, onChange } = props
  const id = useId()
  return (
    <fieldset>
      <legend>{text.deductionNo(at)}</legend>
      <div>
        <label htmlFor={id}>{text.payer}</label>
        <Select
          id={id}
          className="wide"
          value={row.fund}
          onChange={(fund) => onChange({ fund })}
          options={funds.map((fund, value) => ({ value, label: named(fund.title) }))}
        />
      </div>
      <Labelled
        label={text.amount}
        value={row.amount}
        onChange={(amount) => onChange({ amount })}
        maxLength={16}
      />
      <Labelled label={text.reason}>
        {(id) => (
          <Input
            id={id}
            maxLength={300}
            placeholder={text.reasonHint}
            value={row.reason}
            onChange={({ target }) => onChange({ reason: target.value })}
          />
        )}
      </Labelled>
      <Labelled label={text.clause}>
        {(id) => (
          <Input
            id={id}
            maxLength={300}
            placeholder={text.clauseHint}
            value={row.clause}
            onChange={({ target }) => onChange({ clause: target.value })}
          />
        )}
      </Labelled>
      <Labelled
        label={text.settlementId}
        value={row.settlementId}
        onChange={(settlementId) => onChange({ settlementId })}
        maxLength={30}
      />
      <p className="flat">
        <Button aria-label={text.dropDeduction(at)} onClick={props.onDrop}>
          {text.dropDeduction(at)}
        </Button>
      </p>
    </fieldset>
  )
}
