import { App, Button, Checkbox, Input, Radio, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { formatYuan } from '@yichuang/kernel'
import { Link, useLocation, useSearchParams } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { showYuan, typedFen } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Compared } from './Compared.tsx'
import { refreshCorrections } from './correction.ts'
import { correctionWords } from './words.ts'
import './corrections.css'

type Found = Reply<'correctionSubject'>
type Line = Found['lines'][number]
type Kind = 'recode' | 'take-out' | 'by-hand' | 'work-again'
const REASONS = ['objection', 'audit', 'duplicate', 'person-facts', 'rules', 'other'] as const
type Reason = (typeof REASONS)[number]

/** Proposes the correction of `?subject=case:<id>` or `settlement:<id>`; what it changes is seen before it is handed on. */
export function NewCorrection() {
  const text = useWords(correctionWords)
  const { regionCode } = useDesk().office
  const [search] = useSearchParams()
  const [kind, id = ''] = (search.get('subject') ?? '').split(':')
  const subject =
    (kind === 'case' || kind === 'settlement') && id !== '' ? ({ kind, id } as const) : undefined
  const read = useGet(
    'correctionSubject',
    { query: { regionCode, kind: subject?.kind ?? 'case', id: subject?.id ?? '' } },
    { enabled: subject !== undefined },
  )
  const asked = REASONS.find((reason) => reason === search.get('reason')) ?? 'audit'
  return (
    <div className="page stack">
      <h1>{text.newTitle}</h1>
      {!subject && (
        <Empty title={text.which}>
          <p>{text.whichHint}</p>
        </Empty>
      )}
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {subject && read.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {read.data && (
        <>
          <Standing found={read.data} />
          <Form
            key={id}
            found={read.data}
            regionCode={regionCode}
            reasonKind={asked}
            document={search.get('document') ?? ''}
          />
        </>
      )}
    </div>
  )
}

function Standing({ found }: { found: Found }) {
  const text = useWords(correctionWords)
  return (
    <section className="panel stack">
      <p className="flat">
        {found.personName} · {found.number} · {text.stands} {showYuan(found.stands.fund)}
      </p>
      {found.open && (
        <p className="flat">
          <Link href={`/corrections/${found.open.correctionId}`}>{text.waits(found.open.number)}</Link>
        </p>
      )}
      <details>
        <summary>{text.year(found.year)}</summary>
        <ol className="correction-payers">
          {found.decisions.map(({ subject, number, decidedOn, fund }) => (
            <li key={`${subject.kind} ${subject.id}`} className="spread">
              <span>
                {number} {showDay(decidedOn)}
              </span>
              <span className="num">{showYuan(fund)}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

function Form(props: { found: Found; regionCode: string; reasonKind: Reason; document: string }) {
  const text = useWords(correctionWords)
  const { found, regionCode } = props
  const { message } = App.useApp()
  const [, go] = useLocation()
  const id = useId()
  const kinds: readonly Kind[] = found.stands.byHand
    ? ['by-hand', 'take-out']
    : ['recode', 'take-out', 'work-again']
  const [kind, setKind] = useState<Kind>(kinds[0]!)
  const [lines, setLines] = useState<readonly Line[]>(found.lines)
  const [typed, setTyped] = useState({ fund: '', otherPaid: found.otherPaid, carePlace: '' })
  const [now, setNow] = useState({ person: false, rules: false })
  const [why, setWhy] = useState({ kind: props.reasonKind, text: '', document: props.document })
  const tried = useAct('previewCorrection')
  const proposed = useAct('proposeCorrection', refreshCorrections)
  const changed = lines.filter((line, at) => JSON.stringify(line) !== JSON.stringify(found.lines[at]))
  const fund = typedFen(typed.fund)
  const otherPaid = typedFen(typed.otherPaid)
  const change = {
    kind: kind === 'recode' && changed.length === 0 ? ('work-again' as const) : kind,
    ...(kind === 'recode' &&
      changed.length > 0 && { lines: changed.map(({ name: _name, amount: _amount, ...line }) => line) }),
    ...(kind === 'by-hand' && fund !== undefined && { fund: formatYuan(fund) }),
    ...(kind !== 'take-out' && {
      ...(typed.carePlace !== '' && { carePlace: typed.carePlace as NonNullable<Found['carePlace']> }),
      ...(otherPaid !== undefined &&
        formatYuan(otherPaid) !== found.otherPaid && { otherPaid: formatYuan(otherPaid) }),
    }),
    person: now.person ? ('now' as const) : ('then' as const),
    rules: now.rules ? ('now' as const) : ('then' as const),
  }
  const body = { regionCode, subject: found.subject, change }
  const submit = async () => {
    const { correctionId } = await proposed.mutateAsync({
      body: {
        ...body,
        reasonKind: why.kind,
        reason: why.text,
        ...(why.document && { document: why.document }),
      },
    })
    void message.success(text.proposedDone)
    go(`/corrections/${correctionId}`)
  }
  return (
    <>
      <section className="panel correction-form">
        <fieldset>
          <legend>{text.how}</legend>
          <Radio.Group
            value={kind}
            onChange={({ target }) => setKind(target.value as Kind)}
            options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
          />
        </fieldset>
        {kind === 'recode' && <Lines lines={lines} onChange={setLines} />}
        {kind === 'by-hand' && (
          <div>
            <label htmlFor={`${id}-fund`}>{text.fund}</label>
            <Input
              id={`${id}-fund`}
              inputMode="decimal"
              value={typed.fund}
              onChange={({ target }) => setTyped({ ...typed, fund: target.value })}
            />
          </div>
        )}
        {kind !== 'take-out' && !found.stands.byHand && (
          <>
            <div>
              <label htmlFor={`${id}-place`}>{text.carePlace}</label>
              <Select
                id={`${id}-place`}
                className="wide"
                value={typed.carePlace}
                onChange={(carePlace) => setTyped({ ...typed, carePlace })}
                options={Object.entries(text.carePlaces).map(([value, label]) => ({ value, label }))}
              />
            </div>
            <div>
              <label htmlFor={`${id}-other`}>{text.otherPaid}</label>
              <Input
                id={`${id}-other`}
                inputMode="decimal"
                value={typed.otherPaid}
                onChange={({ target }) => setTyped({ ...typed, otherPaid: target.value })}
              />
            </div>
          </>
        )}
        <Checkbox checked={now.person} onChange={({ target }) => setNow({ ...now, person: target.checked })}>
          {text.personNow}
        </Checkbox>
        <Checkbox checked={now.rules} onChange={({ target }) => setNow({ ...now, rules: target.checked })}>
          {text.rulesNow}
        </Checkbox>
        <div>
          <label htmlFor={`${id}-why`}>{text.reasonKind}</label>
          <Select
            id={`${id}-why`}
            className="wide"
            value={why.kind}
            onChange={(kind) => setWhy({ ...why, kind })}
            options={REASONS.map((value) => ({ value, label: text.reasonKinds[value] }))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-reason`}>{text.reason}</label>
          <Input.TextArea
            id={`${id}-reason`}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={why.text}
            onChange={({ target }) => setWhy({ ...why, text: target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-document`}>{text.document}</label>
          <Input
            id={`${id}-document`}
            maxLength={200}
            value={why.document}
            onChange={({ target }) => setWhy({ ...why, document: target.value })}
          />
        </div>
        <ProblemAlert error={tried.error ?? proposed.error} />
        <div className="row">
          <Button loading={tried.isPending} onClick={() => tried.mutate({ body })}>
            {text.preview}
          </Button>
          <Button
            type="primary"
            disabled={why.text.trim().length < 2}
            loading={proposed.isPending}
            onClick={() => void submit().catch(() => undefined)}
          >
            {text.propose}
          </Button>
        </div>
      </section>
      {tried.data && <Compared decisions={tried.data.decisions} />}
    </>
  )
}

function Lines(props: { lines: readonly Line[]; onChange: (lines: readonly Line[]) => void }) {
  const text = useWords(correctionWords)
  const { lines, onChange } = props
  const set = (at: number, part: Partial<Line>) => onChange(lines.with(at, { ...lines[at]!, ...part }))
  return (
    <ScrollRegion label={text.line}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            <th scope="col" className="num">
              {text.amount}
            </th>
            <th scope="col">{text.class}</th>
            <th scope="col">{text.cut}</th>
            <th scope="col">{text.cutReason}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.lineId}>
              <td>{line.name}</td>
              <td className="num">{showYuan(line.amount)}</td>
              <td>
                <Select
                  aria-label={`${line.name} ${text.class}`}
                  value={line.class}
                  onChange={(value) => set(at, { class: value })}
                  options={(['A', 'B', 'C'] as const).map((value) => ({
                    value,
                    label: { A: '甲', B: '乙', C: '丙' }[value],
                  }))}
                />
              </td>
              <td>
                <Input
                  aria-label={`${line.name} ${text.cut}`}
                  inputMode="decimal"
                  defaultValue={line.cutAmount ?? ''}
                  onChange={({ target }) => {
                    const fen = typedFen(target.value)
                    set(at, { cutAmount: fen === undefined || fen === 0 ? null : formatYuan(fen) })
                  }}
                />
              </td>
              <td>
                <Input
                  aria-label={`${line.name} ${text.cutReason}`}
                  maxLength={300}
                  value={line.cutReason ?? ''}
                  onChange={({ target }) => set(at, { cutReason: target.value || null })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
