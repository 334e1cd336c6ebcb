import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useAsk } from '../../parts/queries.ts'
import { Trace } from '../../parts/Trace.tsx'
import { goToPath } from './steps.ts'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

/** Everything that is wrong at once, the estimate, and the hand-in. */
export function CheckPanel() {
  const { view, saveNow, check, setCheck, show } = useTyping()
  const text = useWords(windowWords)
  const [answerText, setAnswerText] = useState('')
  const id = useId()
  const checking = useAsk('checkCase', setCheck)
  const handingIn = useAct('handIn', show)
  const answering = useAct('answerNotice', show)
  const isAnswer = view.acts.includes('answer')
  const params = { caseId: view.caseId }

  const runCheck = async () => {
    if ((await saveNow()) === undefined) return
    await checking.mutateAsync({ params, body: { regionCode: view.regionCode } }).catch(() => undefined)
  }
  const handIn = async () => {
    const version = await saveNow()
    if (version === undefined) return
    const body = { regionCode: view.regionCode, version }
    const done = isAnswer
      ? answering.mutateAsync({ params, body: { ...body, text: answerText } })
      : handingIn.mutateAsync({ params, body })
    await done.catch(() => undefined)
  }
  const act = isAnswer ? answering : handingIn
  return (
    <section className="panel stack" id="check">
      <div className="spread">
        <h2>{text.steps.check}</h2>
        <Button onClick={() => void runCheck()} loading={checking.isPending}>
          {text.check}
        </Button>
      </div>
      <output className="muted flat">{checking.isPending ? text.checking : text.checkIntro}</output>
      <ProblemAlert error={checking.error} onRetry={() => void runCheck()} />
      {check && <Faults />}
      {check?.estimate && !view.content.withdrawal && (
        <div>
          <h3>{text.estimate}</h3>
          <Trace calculation={check.estimate} />
          {check.promisedDueOn && <p className="muted">{text.promised(showDay(check.promisedDueOn))}</p>}
        </div>
      )}
      {isAnswer && (
        <div className="stack tight">
          <label htmlFor={id}>{text.answered}</label>
          <Input.TextArea
            id={id}
            maxLength={1000}
            value={answerText}
            onChange={({ target }) => setAnswerText(target.value)}
          />
        </div>
      )}
      <ProblemAlert error={act.error} />
      <div>
        <Button type="primary" size="large" loading={act.isPending} onClick={() => void handIn()}>
          {isAnswer ? text.answer : text.handIn}
        </Button>
      </div>
    </section>
  )
}

function Faults() {
  const { check } = useTyping()
  const text = useWords(windowWords)
  if (!check) return null
  return (
    <>
      {check.faults.length === 0 ? (
        <Alert type="success" showIcon title={text.fine} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={text.faults(check.faults.length)}
          description={<FaultLinks faults={check.faults} />}
        />
      )}
      {check.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text.warnings}
          description={<FaultLinks faults={check.warnings} />}
        />
      )}
    </>
  )
}

function FaultLinks({ faults }: { faults: readonly { path: string; message: string }[] }) {
  const text = useWords(windowWords)
  return (
    <ul className="fault-list">
      {faults.map((fault) => (
        <li key={fault.path + fault.message}>
          {fault.message}{' '}
          {fault.path && (
            <Button type="link" size="small" onClick={() => goToPath(fault.path)}>
              {text.goTo}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
