import type { ReactNode } from 'react'
import type { ClaimContent, Objection, RemoteCare, Withdrawal } from '@yichuang/contracts'
import { day, listed, money } from '../../shared/format.ts'
import { placeName } from '../../shared/places.ts'
import { Facts } from './facts.tsx'
import { call } from '../../shared/api.ts'
import { useFilingTexts } from '../messages/filings.ts'
import { useObjectionTexts } from '../messages/objections.ts'
import { useApplyTexts } from '../messages/apply.ts'
import { useTexts } from '../texts.ts'
import { useLoad } from './use-load.ts'
import type { Slot } from './material-slots.tsx'

type Part = 'visit' | 'bills' | 'reason' | 'objection' | 'remote' | 'materials' | 'payee'

/** What the applicant says, to read through: visit, bills, materials, account. */
export function Summary({
  content,
  materials,
  itemId,
  edit,
}: {
  content: ClaimContent
  materials: readonly Slot[]
  itemId: string
  edit?: (part: Part) => ReactNode
}) {
  const t = useTexts()
  const apply = useApplyTexts()
  const { visit, payee } = content
  const unpaid = content.objection !== undefined || content.remote !== undefined
  const claim = !content.withdrawal && !unpaid
  const inpatient = itemId.includes('inpatient')
  const { visit: words, payee: payeeWords, materials: fileWords } = apply
  const part = (name: Part, body: ReactNode) => (
    <section className="pane" aria-labelledby={`sum-${name}`}>
      <div className="row spread">
        <h2 id={`sum-${name}`}>{apply.steps[name]}</h2>
        {edit?.(name)}
      </div>
      {body}
    </section>
  )
  return (
    <>
      {content.withdrawal && part('reason', <WithdrawalFacts withdrawal={content.withdrawal} />)}
      {content.remote && part('remote', <RemoteFacts remote={content.remote} />)}
      {content.objection && part('objection', <ObjectionFacts objection={content.objection} />)}
      {claim &&
        part(
          'visit',
          <Facts
            rows={[
              [words.hospital, visit.hospitalName],
              [inpatient ? words.fromIn : words.fromOut, day(visit.from)],
              [inpatient ? words.toIn : words.toOut, day(visit.to)],
              [inpatient ? words.recordIn : words.recordOut, visit.recordNumber],
              [words.diagnosis, visit.diagnosis],
              [words.care, words.carePlace[visit.carePlace]],
              [words.accident, visit.accident ? t.yes : t.no],
            ]}
          />,
        )}
      {claim && part('bills', <Bills content={content} />)}
      {part(
        'materials',
        <Facts
          rows={materials.map((slot) => [
            `${slot.name}（${slot.required ? fileWords.required : fileWords.optional}）`,
            apply.check.fileCount(slot.files.length),
          ])}
        />,
      )}
      {!unpaid &&
        part(
          'payee',
          <Facts
            rows={[
              [payeeWords.holder, payee.holder],
              [payeeWords.bank, payee.bankName],
              [payeeWords.account, payee.account],
              [payeeWords.phone, content.phone],
              ...(content.withdrawal
                ? []
                : [[payeeWords.other, content.otherPaid ? money(content.otherPaid) : t.none] as const]),
              [payeeWords.note, content.note || t.none],
            ]}
          />,
        )}
    </>
  )
}

function RemoteFacts({ remote }: { remote: RemoteCare }) {
  const t = useFilingTexts()
  const places = useLoad((signal) => call('remotePlaces', { signal }), ['remote-places'])
  const { place, from, until } = remote
  return (
    <Facts
      rows={[
        [t.where, placeName(places.value, place)],
        [t.from, day(from)],
        [t.until, until ? day(until) : t.noEnd],
      ]}
    />
  )
}

function ObjectionFacts({ objection }: { objection: Objection }) {
  const t = useObjectionTexts()
  const { lines, text } = objection
  return (
    <Facts
      rows={[
        [t.text, text],
        [t.lines, lines.length === 0 ? t.whole : listed(lines)],
      ]}
    />
  )
}

function WithdrawalFacts({ withdrawal }: { withdrawal: Withdrawal }) {
  const t = useApplyTexts().withdrawal
  const { reason, happenedOn, heirName, heirRelation } = withdrawal
  return (
    <Facts
      rows={[
        [t.reason, (t.reasons as Record<string, string>)[reason] ?? reason],
        [t.happenedOn(reason), day(happenedOn)],
        ...(reason === 'death'
          ? ([
              [t.heirName, heirName],
              [t.heirRelation, heirRelation],
            ] as const)
          : []),
      ]}
    />
  )
}

function Bills({ content }: { content: ClaimContent }) {
  const t = useApplyTexts()
  const { notFilled } = useTexts()
  if (content.bills.length === 0) return <p className="soft">{notFilled}</p>
  return content.bills.map((bill, index) => (
    <div key={bill.id} className="stack" style={{ '--gap': '0' } as React.CSSProperties}>
      <h3>{t.bills.bill(index + 1)}</h3>
      <Facts
        rows={[
          [t.bills.kind, t.bills.kinds[bill.kind]],
          [t.bills.code, bill.code],
          [t.bills.number, bill.number],
          [t.bills.checkCode, bill.checkCode],
          [t.bills.date, day(bill.issuedOn)],
          [t.bills.amount, bill.amount && money(bill.amount)],
        ]}
      />
      {bill.lines.length > 0 && (
        <details>
          <summary>{`${t.bills.lines}：${t.check.lineCount(bill.lines.length)}`}</summary>
          <table>
            <tbody>
              {bill.lines.map((line) => (
                <tr key={line.id}>
                  <td>{line.name}</td>
                  <td className="num">{[line.quantity, line.unit].filter(Boolean).join(' ')}</td>
                  <td className="amount num">{money(line.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  ))
}
