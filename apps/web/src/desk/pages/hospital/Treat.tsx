import { Alert, Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, type Reply } from '../../parts/queries.ts'
import { Labelled } from './Labelled.tsx'
import { referralWords, treatWords } from './words.ts'
import './hospital.css'

type Answer = Reply<'checkCredential'>
type Kind = 'outpatient' | 'inpatient'

/** The receiving hospital: check the credential a patient shows, and note its use. */
export function Treat() {
  const text = useWords(treatWords)
  const [credential, setCredential] = useState('')
  const id = useId()
  const check = useAct('checkCredential')
  const again = () => {
    check.reset()
    setCredential('')
  }
  return (
    <div className="page narrow">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (credential.trim() !== '') check.mutate({ body: { credential: credential.trim() } })
        }}
      >
        <div>
          <label htmlFor={id}>{text.scan}</label>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={4000}
            value={credential}
            onChange={({ target }) => setCredential(target.value)}
          />
        </div>
        <p className="flat">
          <Button type="primary" htmlType="submit" loading={check.isPending}>
            {text.check}
          </Button>
        </p>
      </form>
      <ProblemAlert error={check.error} />
      {check.data && <Verdict answer={check.data} />}
      {check.data?.state === 'in-force' && <Use credential={credential.trim()} onAgain={again} />}
    </div>
  )
}

function Verdict({ answer }: { answer: Answer }) {
  const text = useWords(treatWords)
  const said = useWords(referralWords)
  const rows = [
    [said.number, answer.number],
    [said.person, [answer.personName, answer.idNumberMasked].filter(Boolean).join(' ')],
    [said.hospital, answer.hospitalName],
    [said.place, answer.target?.name],
    [said.period, answer.until && `${showDay(answer.from)} — ${showDay(answer.until)}`],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  const type = !answer.genuine ? 'error' : answer.state === 'in-force' ? 'success' : 'warning'
  return (
    <section className="panel stack" aria-live="polite">
      <Alert
        type={type}
        showIcon
        title={answer.genuine ? text.genuine : text.fake}
        description={answer.message}
      />
      <dl className="said">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Use({ credential, onAgain }: { credential: string; onAgain: () => void }) {
  const text = useWords(treatWords)
  const { kinds } = useWords(referralWords)
  const [kind, setKind] = useState<Kind>('inpatient')
  const [reference, setReference] = useState('')
  const use = useAct('recordReferralUse')
  if (use.data) {
    return (
      <section className="panel spread">
        <strong aria-live="polite">
          {use.data.personName}：{text.done(use.data.uses)}
        </strong>
        <Button onClick={onAgain}>{text.again}</Button>
      </section>
    )
  }
  const send = () => {
    const number = reference.trim()
    use.mutate({ body: { credential, kind, ...(number !== '' && { reference: number }) } })
  }
  return (
    <section className="panel stack">
      <fieldset className="kind-choice">
        <legend>{text.kind}</legend>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setKind(target.value as Kind)}
          options={(['inpatient', 'outpatient'] as const).map((value) => ({ value, label: kinds[value] }))}
        />
      </fieldset>
      <Labelled label={text.reference} value={reference} onChange={setReference} maxLength={60} />
      <ProblemAlert error={use.error} />
      <p className="flat">
        <Button type="primary" loading={use.isPending} onClick={send}>
          {text.use}
        </Button>
      </p>
    </section>
  )
}
