import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { TextField } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useTexts } from '../../texts.ts'

type Verdict = Awaited<ReturnType<typeof call<'verifyLetter'>>>

/** Whether a letter is genuine and current; the QR code of a letter leads here. */
export function VerifyPage() {
  const t = useTexts().verify
  const { code = '' } = useParams()
  const [typed, setTyped] = useState(code)
  const [, navigate] = useLocation()
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {code && <VerdictOf key={code} code={code} />}
      <form
        className="section"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim()) navigate(`/verify/${encodeURIComponent(typed.trim())}`)
        }}
      >
        <TextField path="code" label={t.code} maxLength={64} value={typed} onChange={setTyped} />
        <button className="button primary">{t.go}</button>
      </form>
    </Page>
  )
}

function VerdictOf({ code }: { code: string }) {
  const verdict = useLoad((signal) => call('verifyLetter', { params: { code }, signal }), ['verify', code])
  return <Loaded of={verdict}>{(value) => <VerdictView verdict={value} />}</Loaded>
}

function VerdictView({ verdict }: { verdict: Verdict }) {
  const t = useTexts().verify
  const kind = !verdict.genuine ? 'fault' : verdict.current ? 'done' : 'care'
  const title = !verdict.genuine ? t.fake : verdict.current ? t.genuine : t.old
  return (
    <section className="stack" role="status">
      <Callout kind={kind} title={title}>
        <p>{verdict.message || (verdict.genuine ? '' : t.fakeText)}</p>
      </Callout>
      {verdict.genuine && (
        <div className="pane">
          <Facts
            rows={[
              [t.document, verdict.title ?? ''],
              [t.number, verdict.caseNumber ?? ''],
              [t.applicant, verdict.applicantMasked ?? ''],
              [t.issued, day(verdict.issuedOn)],
              [t.issuer, verdict.issuer ?? ''],
            ]}
          />
        </div>
      )}
    </section>
  )
}
