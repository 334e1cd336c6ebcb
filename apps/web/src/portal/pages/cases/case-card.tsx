import { Link } from 'wouter'
import type { CaseSummary } from '@yichuang/contracts'
import { day, money } from '../../../shared/format.ts'
import { CaseTag, ClockWords } from '../../parts/tag-of-case.tsx'
import { useSession } from '../../session.ts'
import { useCaseTexts } from '../../messages/case.ts'

const NEEDS_ME: readonly string[] = ['draft', 'supplementing', 'payment-failed']

/** Where a click on a case leads: a draft goes on being filled in. */
export function caseAddress(of: Pick<CaseSummary, 'regionCode' | 'caseId' | 'state'>): string {
  return of.state === 'draft'
    ? `/apply/${of.regionCode}/case/${of.caseId}/visit`
    : `/cases/${of.regionCode}/${of.caseId}`
}

/** A case in a list: what it is, how it stands, what is wanted of me. */
export function CaseCard({ of }: { of: CaseSummary }) {
  const t = useCaseTexts()
  const { session } = useSession()
  const others = session.person && session.person.name !== of.applicantName
  return (
    <article className="case-card">
      <div className="row spread">
        <h3>
          <Link href={caseAddress(of)}>{of.itemName}</Link>
        </h3>
        <span className="row">
          {NEEDS_ME.includes(of.state) && <span className="tag fault">{t.todo}</span>}
          <CaseTag of={of} />
        </span>
      </div>
      <p className="soft">
        {[
          others && t.for(of.applicantName),
          of.hospitalName,
          of.total && money(of.total),
          of.fund && t.fund(money(of.fund)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="faint row">
        <span>{of.handedInOn ? t.handedIn(day(of.handedInOn)) : t.notHandedIn}</span>
        {of.number && <span className="num">{of.number}</span>}
        {of.dueOn && <span>{t.due(day(of.dueOn))}</span>}
        <ClockWords of={of} />
      </p>
    </article>
  )
}
