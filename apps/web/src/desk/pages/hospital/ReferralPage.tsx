import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { download } from '../../../shared/api.ts'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Basis } from './ReferForm.tsx'
import { ReferralMark } from './ReferralTable.tsx'
import { referralWords } from './words.ts'
import './hospital.css'

type Referral = Reply<'getReferral'>

/** One referral: its code to show, what it says, and every use of it. */
export function ReferralPage(props: { regionCode: string; referralId: string; base: string }) {
  const { regionCode, referralId, base } = props
  const text = useWords(referralWords)
  const { has } = useDesk()
  const [revoking, setRevoking] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const read = useGet('getReferral', { params: { referralId }, query: { regionCode } })
  const one = read.data
  const save = () =>
    download('referralLetter', { params: { referralId }, query: { regionCode } }).then(saveFile, setFailed)
  return (
    <div className="page">
      <p className="flat">
        <Link href={base}>← {text.back}</Link>
      </p>
      <ProblemAlert error={read.error ?? failed} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active />}
      {one && (
        <>
          <div className="page-head">
            <h1>
              {text.title} {one.personName} <ReferralMark state={one.state} />
            </h1>
            <div className="row">
              <Button onClick={() => void save()}>{text.pdf}</Button>
              {one.state !== 'revoked' && has('hospital', 'reviewer', 'supervisor') && (
                <Button danger onClick={() => setRevoking(true)}>
                  {text.revoke}
                </Button>
              )}
            </div>
          </div>
          <div className="referral-grid">
            <Said of={one} />
            <Code of={one} />
          </div>
          <Uses of={one} />
          {revoking && <Revoke of={one} onClose={() => setRevoking(false)} />}
        </>
      )}
    </div>
  )
}

function Said({ of }: { of: Referral }) {
  const text = useWords(referralWords)
  const rows: [string, string][] = [
    [text.number, of.number],
    [text.person, `${of.personName} ${of.idNumberMasked}`],
    [text.hospital, of.hospital.name],
    [text.place, of.target.name],
    [text.diagnosis, `${of.diagnosis.name}（${of.diagnosis.code}）`],
    [text.reason, of.reason],
    [text.opinion, of.opinion],
    ...(of.suggested ? [[text.suggested, of.suggested] as [string, string]] : []),
    [text.period, `${showDay(of.from)} — ${showDay(of.until)}`],
  ]
  return (
    <section className="panel">
      {of.revoked && (
        <p aria-live="polite" className="bad-text">
          {text.revokedBy(showDay(of.revoked.on), text.sides[of.revoked.side], of.revoked.by)}：
          {of.revoked.reason}
        </p>
      )}
      <dl className="said">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{text.basis}</dt>
          <dd>{of.rule ? <Basis rule={of.rule} /> : text.byHand}</dd>
        </div>
      </dl>
    </section>
  )
}

function Code({ of }: { of: Referral }) {
  const text = useWords(referralWords)
  const good = of.state === 'in-force' || of.state === 'coming'
  return (
    <section className="panel referral-code">
      <h2>{text.qr}</h2>
      {good ? (
        <>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, not fetched */}
          <svg viewBox={`0 0 ${of.qr.size} ${of.qr.size}`} role="img" aria-label={text.qr}>
            <path d={of.qr.path} />
          </svg>
          <p className="muted small flat">{text.qrNote}</p>
        </>
      ) : (
        <p>
          <ReferralMark state={of.state} />
        </p>
      )}
    </section>
  )
}

function Uses({ of }: { of: Referral }) {
  const text = useWords(referralWords)
  return (
    <section className="panel">
      <h2>{text.uses}</h2>
      {of.uses.length === 0 && <p className="muted flat">{text.noUses}</p>}
      {of.uses.length > 0 && (
        <ScrollRegion label={text.uses}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col">{text.where}</th>
                <th scope="col">{text.kind}</th>
                <th scope="col">{text.reference}</th>
                <th scope="col">{text.by}</th>
              </tr>
            </thead>
            <tbody>
              {of.uses.map((use, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the ledger only grows at its end
                <tr key={index}>
                  <td className="nowrap">{showDay(use.day)}</td>
                  <td>{use.hospitalName}</td>
                  <td>{text.kinds[use.kind]}</td>
                  <td>{use.reference ?? '—'}</td>
                  <td>{use.by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}

function Revoke({ of, onClose }: { of: Referral; onClose: () => void }) {
  const text = useWords(referralWords)
  const { message } = App.useApp()
  const act = useAct('revokeReferral', () => refresh('getReferral', 'listReferrals'))
  return (
    <ReasonDialog
      open
      danger
      title={text.revoke}
      text={text.revokeText}
      label={text.revokeReason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        const { referralId, regionCode } = of
        await act.mutateAsync({ params: { referralId }, body: { regionCode, reason } })
        void message.success(text.revoked)
        return true
      }}
    />
  )
}
