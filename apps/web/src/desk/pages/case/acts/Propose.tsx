import type { Remedy } from '@yichuang/contracts'
import { Button, Input, Radio, Segmented } from 'antd'
import { formatYuan } from '@yichuang/kernel'
import { useId, useState } from 'react'
import { useKept } from '../../../parts/kept.ts'
import { useWords } from '../../../parts/lang.ts'
import { typedFen } from '../../../parts/money.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useCase, useCaseAct } from '../case-context.tsx'
import { codingOf } from '../coding.ts'
import { useCoding } from '../coding-state.tsx'
import { objectionWords } from '../../objections/words.ts'
import { useActText } from './act-text.ts'

type Outcome = 'grant' | 'refuse'
const remedies = ['resettle', 'correct'] as const satisfies readonly Remedy[]

/** The reviewer's proposal; sends the coding as typed with it. */
export function Propose() {
  const { view } = useCase()
  const { rows, faulty, calculation, forget } = useCoding()
  const text = useActText(view)
  const objected = view.content.objection !== undefined
  const id = useId()
  const outcomes: Outcome[] = [
    ...(view.acts.includes('propose-grant') ? (['grant'] as const) : []),
    ...(view.acts.includes('propose-refusal') ? (['refuse'] as const) : []),
  ]
  const [outcome, setOutcome] = useState<Outcome>(outcomes[0]!)
  const [reason, setReason, forgetReason] = useKept(`proposal.${view.caseId}`, '')
  const [manual, setManual] = useState('')
  const [remedy, setRemedy] = useState<Remedy | null>(null)
  const words = useWords(objectionWords)
  const [asked, setAsked] = useState(false)
  const propose = useCaseAct('propose')

  const byHand = outcome === 'grant' && (calculation?.missing.length ?? 0) > 0
  const manualFund = typedFen(manual)
  const needsReason = outcome === 'refuse' || byHand || objected
  const noReason = needsReason && (reason ?? '').trim().length < 2
  const noManual = byHand && manualFund === undefined
  const noRemedy = objected && outcome === 'grant' && remedy === null
  const notCoded = !objected && outcome === 'grant' && !byHand && faulty > 0
  const submit = async () => {
    setAsked(true)
    if (noReason || noManual || notCoded || noRemedy) return
    const done = await propose.run({
      outcome,
      reason: (reason ?? '').trim(),
      ...(objected ? { ...(outcome === 'grant' && { remedy }) } : { coding: codingOf(rows) }),
      ...(byHand && manualFund !== undefined ? { manualFund: formatYuan(manualFund) } : {}),
    })
    if (!done) return
    forget()
    forgetReason()
  }
  return (
    <div className="stack">
      <p className="muted flat">{text.proposeText}</p>
      <Segmented<Outcome>
        block
        aria-label={text.propose}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map((value) => ({ value, label: text[value] }))}
      />
      {byHand && (
        <div className="stack tight">
          <p className="soon-text flat">{text.manualWhy}</p>
          <label htmlFor={`${id}-manual`}>{text.manual}</label>
          <Input
            id={`${id}-manual`}
            inputMode="decimal"
            value={manual}
            status={asked && noManual ? 'error' : undefined}
            onChange={({ target }) => setManual(target.value)}
          />
        </div>
      )}
      {objected && outcome === 'grant' && (
        <Radio.Group
          className="stack tight"
          aria-label={words.remedy}
          value={remedy}
          onChange={({ target }) => setRemedy(target.value as Remedy)}
          options={remedies.map((value) => ({ value, label: words.remedies[value] }))}
        />
      )}
      <div className="stack tight">
        <label htmlFor={`${id}-reason`}>
          {outcome === 'refuse' ? text.refuseReason : text.proposeReason}
        </label>
        <Input.TextArea
          id={`${id}-reason`}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={1000}
          value={reason}
          status={asked && noReason ? 'error' : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {asked && noRemedy && (
        <p role="alert" className="bad-text flat">
          {words.chooseRemedy}
        </p>
      )}
      {asked && (noReason || noManual) && (
        <p role="alert" className="bad-text flat">
          {noReason ? text.needReason : text.needManual}
        </p>
      )}
      {notCoded && <p className="soon-text flat">{text.faultyLines(faulty)}</p>}
      <Button
        type="primary"
        danger={outcome === 'refuse'}
        block
        loading={propose.busy}
        disabled={notCoded}
        onClick={() => void submit()}
      >
        {text.submitProposal}
      </Button>
      <ProblemAlert error={propose.error} />
    </div>
  )
}
