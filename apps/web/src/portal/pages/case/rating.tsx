import { useState } from 'react'
import { Link } from 'wouter'
import type { z } from 'zod'
import type { CaseView, RatingGrade } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Choices, LongField } from '../../parts/field.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { caseHref, WithCase } from './load-case.tsx'

type Grade = z.infer<typeof RatingGrade>
type Grades = Awaited<ReturnType<typeof call<'ratingReasons'>>>['grades']

/** 好差评: five grades in words, reasons, and free words; once per case. */
export function RatingPage() {
  return <WithCase>{(view, set) => <Rating view={view} set={set} />}</WithCase>
}

function Rating({ view, set }: { view: CaseView; set: (view: CaseView) => void }) {
  const t = useCaseTexts()
  const grades = useLoad((signal) => call('ratingReasons', { signal }), ['rating-reasons'])
  return (
    <Page
      title={t.rating.title}
      lead={t.rating.lead}
      back={{ href: caseHref(view), name: view.itemName }}
      narrow
    >
      {view.rating ? (
        <div className="stack" role="status">
          <Callout kind="done" title={t.rating.thanks}>
            <p>{t.rating.given(day(view.rating.day))}</p>
          </Callout>
          <Link className="button" href={caseHref(view)}>
            {t.open}
          </Link>
        </div>
      ) : !view.mayRate ? (
        <p className="empty">{t.rating.notYet}</p>
      ) : (
        <Loaded of={grades}>{(value) => <RatingForm view={view} set={set} grades={value.grades} />}</Loaded>
      )}
    </Page>
  )
}

function RatingForm({
  view,
  set,
  grades,
}: {
  view: CaseView
  set: (view: CaseView) => void
  grades: Grades
}) {
  const t = useCaseTexts().rating
  const [grade, setGrade] = useState<Grade | ''>('')
  const [reasons, setReasons] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const { caseId, regionCode } = view
  const bad = grade === 'dissatisfied' || grade === 'very-dissatisfied'
  const lacking = bad && reasons.length === 0 && text.trim() === ''
  const send = useAction(
    (intent) =>
      call('rateCase', {
        params: { caseId },
        body: { regionCode, grade: grade as Grade, reasons: [...reasons], text },
        intent,
      }),
    set,
  )
  const offered = grades.find((one) => one.grade === grade)?.reasons ?? []
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (grade !== '' && !lacking) send.run()
      }}
    >
      <Choices
        path="grade"
        label={t.grade}
        className="grades"
        value={grade}
        onChange={(next) => {
          setGrade(next)
          setReasons([])
        }}
        options={grades.map((one) => ({ value: one.grade, name: one.name }))}
      />
      {offered.length > 0 && (
        <fieldset className="field">
          <legend>{t.reasons}</legend>
          <div className="choices">
            {offered.map((reason) => (
              <label key={reason.code} className="choice">
                <input
                  type="checkbox"
                  checked={reasons.includes(reason.code)}
                  onChange={(event) =>
                    setReasons(
                      event.target.checked
                        ? [...reasons, reason.code]
                        : reasons.filter((code) => code !== reason.code),
                    )
                  }
                />
                <span>{reason.text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <LongField path="text" label={t.text} optional maxLength={1000} value={text} onChange={setText} />
      {lacking && (
        <div className="field" role="status">
          <Callout kind="care" title={t.reasonsNeeded} />
        </div>
      )}
      <ActionFailure error={send.error} />
      <button className="button primary big" disabled={grade === '' || lacking || send.pending}>
        {t.send}
      </button>
    </form>
  )
}
