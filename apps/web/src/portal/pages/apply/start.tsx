import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { CaseSummary, Person } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Callout } from '../../parts/callout.tsx'
import { Choices } from '../../parts/field.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useSession } from '../../session.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { useTexts } from '../../texts.ts'
import { caseAddress } from '../cases/case-card.tsx'

interface Start {
  guide: { name: string; placeName: string }
  self: Person
  others: { personId: string; name: string }[]
  drafts: CaseSummary[]
}

/** First step of an application: whom it is for; unfinished ones are offered before a new one. */
export function StartPage() {
  return (
    <SignedIn>
      <LoadStart />
    </SignedIn>
  )
}

function LoadStart() {
  const { regionCode = '', itemId = '' } = useParams()
  const { round } = useSession()
  const start = useLoad(
    async (signal): Promise<Start> => {
      const [guide, me, mine] = await Promise.all([
        call('getGuide', { params: { regionCode, itemId }, signal }),
        call('getMe', { signal }),
        call('myCases', { query: { limit: 50 }, signal }),
      ])
      const others = me.actsFor.filter((one) => one.revokedOn === null).map((one) => one.principal)
      const drafts = mine.items.filter(
        (one) => one.state === 'draft' && one.itemId === itemId && one.regionCode === regionCode,
      )
      return { guide, self: me.person, others, drafts }
    },
    ['start', regionCode, itemId, round],
  )
  return (
    <Loaded of={start}>
      {(value) => <StartForm start={value} regionCode={regionCode} itemId={itemId} />}
    </Loaded>
  )
}

function StartForm({ start, regionCode, itemId }: { start: Start; regionCode: string; itemId: string }) {
  const texts = useTexts()
  const t = useApplyTexts().start
  const people = texts.nav.people
  const [personId, setPersonId] = useState(start.self.personId)
  const [, navigate] = useLocation()
  const begin = useAction(
    (intent) => call('startCase', { body: { regionCode, itemId, personId, channel: 'web' }, intent }),
    (view) => navigate(`/apply/${regionCode}/case/${view.caseId}/visit`),
  )
  const here = start.self.enrolments.some((one) => one.regionCode === regionCode && one.to === null)
  return (
    <Page
      title={t.title(start.guide.name)}
      lead={t.keep}
      back={{ href: `/items/${regionCode}/${itemId}`, name: start.guide.name }}
      narrow
    >
      {start.drafts.length > 0 && (
        <div className="field">
          <Callout kind="info" title={t.continueTitle}>
            {start.drafts.map((draft) => (
              <Link key={draft.caseId} className="back" href={caseAddress(draft)}>
                {t.continue}：{draft.applicantName} {draft.hospitalName}
              </Link>
            ))}
          </Callout>
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          begin.run()
        }}
      >
        <Choices
          path="whom"
          label={t.whom}
          value={personId}
          onChange={setPersonId}
          options={[
            { value: start.self.personId, name: t.self(start.self.name), note: start.self.idNumberMasked },
            ...start.others.map((one) => ({
              value: one.personId,
              name: t.other(one.name),
              note: t.otherHint,
            })),
          ]}
        />
        {start.others.length === 0 && (
          <p className="faint field">
            {t.noMandate} <Link href="/helpers">{people}</Link>
          </p>
        )}
        {personId === start.self.personId && !here && (
          <div className="field">
            <Callout kind="care" title={t.notInsured(start.guide.placeName)} />
          </div>
        )}
        <ActionFailure error={begin.error} />
        <p>
          <button className="button primary big" disabled={begin.pending}>
            {t.begin}
          </button>
        </p>
      </form>
    </Page>
  )
}
