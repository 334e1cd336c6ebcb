import { Link, useParams } from 'wouter'
import type { SettledLine, SettlementView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day, listed, minute, money } from '../../../shared/format.ts'
import { Borrowed, Callout } from '../../parts/callout.tsx'
import { AmountsTable, Explanation } from '../../parts/explanation.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { Corrections } from '../../parts/corrections.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useSettlementTexts } from '../../messages/settlements.ts'
import { GuideSection } from '../guide/section.tsx'
import { Objections } from './object.tsx'
import './settlements.css'

/** One settlement: who paid what, every fee line, and every step of the calculation with its clause. */
export function SettlementPage() {
  return (
    <SignedIn>
      <Settlement />
    </SignedIn>
  )
}

function Settlement() {
  const { regionCode, settlementId } = useParams<{ regionCode: string; settlementId: string }>()
  const found = useLoad(
    (signal) => call('getSettlement', { params: { settlementId }, query: { regionCode }, signal }),
    ['settlement', settlementId],
  )
  return <Loaded of={found}>{(view) => <Whole of={view} />}</Loaded>
}

function Whole({ of }: { of: SettlementView }) {
  const t = useSettlementTexts()
  const back = { href: '/settlements', name: t.title }
  return (
    <Page
      title={of.institution.name}
      lead={[t.kinds[of.kind], of.midway && t.midway, day(of.careFrom)].filter(Boolean).join(' · ')}
      back={back}
      narrow
    >
      <div className="stack">
        {of.cancelled && (
          <Callout kind="care" title={t.cancelled}>
            <p>{t.cancelledLine(day(of.cancelled.on))}</p>
            {of.settledAgain && (
              <p>
                <Link href={`/settlements/${of.regionCode}/${of.settledAgain}`}>{t.settledAgain}</Link>
              </p>
            )}
          </Callout>
        )}
        <Borrowed from={of.borrowed} />
        <section className="pane stack" aria-labelledby="paid-title">
          <h2 id="paid-title">{t.paid}</h2>
          <p className="big-amount num">{of.cancelled ? <s>{money(of.total)}</s> : money(of.total)}</p>
          <Payers of={of} />
        </section>
        <p className="row no-print">
          <button type="button" className="button" onClick={() => window.print()}>
            {t.print}
          </button>
        </p>
      </div>
      <Corrections kind="settlement" id={of.settlementId} regionCode={of.regionCode} />
      <GuideSection title={t.one}>
        <Facts rows={factsOf(of, t)} />
      </GuideSection>
      {of.lines.length === 0 ? (
        <p className="soft section">{t.noLines}</p>
      ) : (
        <GuideSection title={t.lines(of.lines.length)}>
          <ul className="fee-rows">
            {of.lines.map((line) => (
              <Line key={line.serial} of={line} />
            ))}
          </ul>
        </GuideSection>
      )}
      {of.explanation && (
        <GuideSection title={t.steps}>
          <p className="soft">{t.stepsLead}</p>
          {of.amounts && <AmountsTable amounts={of.amounts} />}
          <Explanation step={of.explanation} />
        </GuideSection>
      )}
      <Objections of={of} />
      <p className="faint section">
        {t.pack(of.pack.id, of.pack.version)}
        {of.traceHash && (
          <>
            <br />
            {t.hash} <code>{of.traceHash}</code>
          </>
        )}
      </p>
    </Page>
  )
}

function Payers({ of }: { of: SettlementView }) {
  const t = useSettlementTexts()
  const rows = [
    ...of.paidBy.map(({ payer, title, amount }) => [payer, title, amount] as const),
    ...(of.account === '0.00' ? [] : [['account', t.account, of.account] as const]),
    ...of.relatives.map(({ holder, amount }, at) => [`relative-${at}`, t.relative(holder), amount] as const),
    ['cash', t.cash, of.cash] as const,
  ]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.payer}</th>
          <th scope="col" className="amount">
            {t.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, title, amount]) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <td className="amount num">{money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function factsOf(of: SettlementView, t: ReturnType<typeof useSettlementTexts>) {
  const treated = [of.department, of.doctor].filter((part) => part !== null)
  return [
    [t.person, of.personName],
    [t.place, of.institution.name],
    [t.careFrom, day(of.careFrom)],
    [t.settledAt, minute(of.settledAt)],
    ...(treated.length > 0 ? [[t.department, listed(treated)] as const] : []),
    ...(of.diagnosis ? [[t.diagnosis, of.diagnosis] as const] : []),
    [t.visitNo, of.visitNo],
    ...(of.invoice ? [[t.invoice, of.invoice] as const] : []),
    [t.number, <code key="number">{of.settlementId}</code>],
  ] as const
}

function Line({ of }: { of: SettledLine }) {
  const t = useSettlementTexts()
  const parts = (['outOfCatalogue', 'overCeiling', 'firstSelfPay', 'inScope'] as const)
    .filter((part) => of[part] !== '0.00')
    .map((part) => `${t.parts[part]} ${money(of[part])}`)
  return (
    <li>
      <div className="line">
        <span>{of.name ?? t.notListed(of.code)}</span>
        <b className="num">{money(of.amount)}</b>
      </div>
      <p className="soft">
        {[
          of.amount.startsWith('-') && t.refund,
          t.classes[of.class],
          t.line(of.quantity, money(of.price)),
          ...parts,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of.prescription && <p className="soft">{t.prescription(of.prescription)}</p>}
    </li>
  )
}
