import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useAct, useGet, type Reply } from '../../../parts/queries.ts'
import { showCase, useCase } from '../case-context.tsx'
import { ratingWords } from './rating-words.ts'
import './rating.css'

type Grade = Reply<'ratingReasons'>['grades'][number]

/** The whole screen, for the person: five grades in words, then reasons, then thanks. Bad grades come with a reason. */
export function RatingScreen({ given, onClose }: { given: boolean; onClose: () => void }) {
  const { view } = useCase()
  const text = useWords(ratingWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [grade, setGrade] = useState<Grade | null>(null)
  const offered = useGet('ratingReasons', {}, { staleTime: Infinity })
  const act = useAct('rateCase', showCase)
  useEffect(() => dialog.current?.showModal(), [])
  // Each step is a new question: it is read from its heading.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new step moves the focus, whatever it shows
  useEffect(() => heading.current?.focus(), [grade, given])
  return (
    <dialog ref={dialog} className="rating" aria-labelledby="rating-title" onClose={onClose}>
      <div className="rating-sheet">
        <h1 id="rating-title" ref={heading} tabIndex={-1}>
          {given ? text.thanks : text.title}
        </h1>
        <p className="rating-case">
          {view.itemName} · {view.number}
        </p>
        {given ? (
          <>
            <p>{text.handBack}</p>
            <button type="button" className="rating-plain" onClick={onClose}>
              {text.close}
            </button>
          </>
        ) : grade ? (
          <Reasons
            grade={grade}
            busy={act.isPending}
            error={act.error}
            onAgain={() => setGrade(null)}
            onSend={(reasons, words) =>
              act.mutate({
                params: { caseId: view.caseId },
                body: { regionCode: view.regionCode, grade: grade.grade, reasons, text: words },
              })
            }
          />
        ) : (
          <>
            <p>{text.intro}</p>
            <ProblemAlert error={offered.error} onRetry={() => void offered.refetch()} />
            <div className="rating-grades">
              {offered.data?.grades.map((choice) => (
                <button
                  key={choice.grade}
                  type="button"
                  className={`rating-grade rating-${choice.grade}`}
                  onClick={() => setGrade(choice)}
                >
                  {choice.name}
                </button>
              ))}
            </div>
            <button type="button" className="rating-plain" onClick={onClose}>
              {text.leave}
            </button>
          </>
        )}
      </div>
    </dialog>
  )
}

function Reasons(props: {
  grade: Grade
  busy: boolean
  error: unknown
  onAgain: () => void
  onSend: (reasons: string[], words: string) => void
}) {
  const { grade, busy } = props
  const text = useWords(ratingWords)
  const [reasons, setReasons] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const bad = grade.grade === 'dissatisfied' || grade.grade === 'very-dissatisfied'
  const ready = !bad || reasons.length > 0 || words.trim() !== ''
  const toggle = (code: string) =>
    setReasons(reasons.includes(code) ? reasons.filter((other) => other !== code) : [...reasons, code])
  return (
    <form
      className="rating-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) props.onSend([...reasons], words)
      }}
    >
      <fieldset>
        <legend>{bad ? text.needWhy(grade.name) : text.why(grade.name)}</legend>
        <div className="rating-reasons">
          {grade.reasons.map(({ code, text: reason }) => (
            <button
              key={code}
              type="button"
              aria-pressed={reasons.includes(code)}
              className="rating-reason"
              onClick={() => toggle(code)}
            >
              <span aria-hidden>{reasons.includes(code) ? '✓ ' : ''}</span>
              {reason}
            </button>
          ))}
        </div>
      </fieldset>
      <label>
        {text.words}
        <textarea rows={3} maxLength={1000} value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <ProblemAlert error={props.error} />
      <div className="rating-acts">
        <button type="submit" className="rating-send" disabled={!ready || busy}>
          {text.submit}
        </button>
        <button type="button" className="rating-plain" onClick={props.onAgain}>
          {text.again}
        </button>
      </div>
    </form>
  )
}
