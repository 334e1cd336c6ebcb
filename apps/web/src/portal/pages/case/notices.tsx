import { Link } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { day } from '../../../shared/format.ts'
import { GuideSection } from '../guide/section.tsx'
import { useCaseTexts } from '../../messages/case.ts'
import { caseHref } from './load-case.tsx'

/** Notices of what is missing, the newest first, with each gap. */
export function Notices({ view }: { view: CaseView }) {
  const t = useCaseTexts()
  if (view.notices.length === 0) return null
  return (
    <GuideSection title={t.notice.title}>
      {view.notices.toReversed().map((notice) => (
        <article key={notice.noticeId} className="pane stack">
          <div className="row spread">
            <h3>{t.notice.of(day(notice.day))}</h3>
            {notice.answeredOn ? (
              <span className="tag done">{t.notice.answered(day(notice.answeredOn))}</span>
            ) : (
              view.state === 'supplementing' && <span className="tag fault">{t.notice.open}</span>
            )}
          </div>
          <ol>
            {notice.gaps.map((gap) => (
              <li key={gap.text}>{gap.text}</li>
            ))}
          </ol>
          {notice.agencyFault && <p className="soft">{t.notice.fault}</p>}
          {!notice.answeredOn && view.acts.includes('answer') && (
            <p>
              <Link className="button primary" href={caseHref(view, 'answer')}>
                {t.actions.answer}
              </Link>
            </p>
          )}
        </article>
      ))}
    </GuideSection>
  )
}
