import { Select } from 'antd'
import { listed } from '../../../shared/format.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { caseAddress } from '../../parts/CaseTable.tsx'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { More } from '../../parts/More.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { usePages, type Reply } from '../../parts/queries.ts'
import { useReasonText } from '../../parts/rating-reasons.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import type { Figures } from './FigureCards.tsx'
import type { FiguresQuery } from './figures-query.ts'
import { supervisionWords } from './words.ts'

type Grade = Reply<'listRatings'>['items'][number]['grade']

/** Ratings of the period by grade, and what people wrote. */
export function Ratings({ query, figures }: { query: FiguresQuery; figures: Figures }) {
  const text = useWords(supervisionWords)
  const { grades } = useWords(common)
  const { has } = useDesk()
  const reasonText = useReasonText()
  const [grade, setGrade] = useState<Grade>()
  const ratings = usePages(
    'listRatings',
    { query: { ...query, grade, limit: 8 } },
    has('supervisor', 'auditor'),
  )
  return (
    <section className="panel">
      <div className="spread">
        <h2>{text.ratings}</h2>
        <Select
          className="filter"
          allowClear
          aria-label={text.ratings}
          placeholder={text.anyGrade}
          value={grade}
          onChange={setGrade}
          options={Object.entries(grades).map(([value, label]) => ({ value: value as Grade, label }))}
        />
      </div>
      <p className="row">
        {(Object.keys(grades) as Grade[]).map((name) => (
          <span key={name}>
            {grades[name]} <strong>{figures.ratings[name] ?? 0}</strong>
          </span>
        ))}
      </p>
      <ProblemAlert error={ratings.error} onRetry={() => void ratings.refetch()} />
      {!ratings.isLoading && !ratings.error && ratings.items.length === 0 && (
        <p className="muted">{text.ratingsNone}</p>
      )}
      <ul className="ratings">
        {ratings.items.map((row) => (
          <li key={row.caseId}>
            <span className="row">
              <Mark tone={row.grade.endsWith('dissatisfied') ? 'bad' : 'good'}>{grades[row.grade]}</Mark>
              <Link href={caseAddress(row)} className="case-number">
                {row.caseNumber}
              </Link>
              <span className="muted">
                {row.itemName} · {row.officeName} · {showDay(row.day)}
              </span>
            </span>
            <p className="flat">
              {listed(row.reasons.map(reasonText))} {row.text && `“${row.text}”`}
            </p>
          </li>
        ))}
      </ul>
      <More {...ratings} />
    </section>
  )
}
