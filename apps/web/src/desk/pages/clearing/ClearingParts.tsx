import { useLanguage } from '../../../shared/language.ts'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { clearingTones, type Clearing, type ClearingWhole } from './clearing.ts'
import { clearingWords } from './words.ts'

/** Words of both languages in the one in use. */
export function useNamed(): (words: { zh: string; en: string }) => string {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (words) => words[language]
}

export function ClearingState({ clearing }: { clearing: Pick<Clearing, 'state' | 'stateName'> }) {
  const named = useNamed()
  return <Mark tone={clearingTones[clearing.state]}>{named(clearing.stateName)}</Mark>
}

/** From what was applied for to what is paid. */
export function ClearingSums({ clearing }: { clearing: Clearing }) {
  const text = useWords(clearingWords)
  const owed = clearing.payable.startsWith('-')
  const rows = [
    [text.appliedSum, clearing.applied],
    [text.deducted, clearing.deducted],
    [text.deposit, clearing.deposit],
    [text.offset, clearing.offset],
    [owed ? text.toReturn : text.payable, clearing.payable],
  ] as const
  return (
    <dl className="clearing-sums">
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{showYuan(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The same, fund by fund. */
export function ClearingFunds({ clearing }: { clearing: Pick<ClearingWhole, 'funds' | 'number'> }) {
  const text = useWords(clearingWords)
  const named = useNamed()
  if (clearing.funds.length === 0) return null
  const heads = [text.appliedSum, text.deducted, text.deposit, text.offset, text.payable]
  return (
    <ScrollRegion label={`${text.byFund} ${clearing.number}`}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{text.payer}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clearing.funds.map((fund) => (
            <tr key={fund.insurance + fund.payer}>
              <th scope="row">{named(fund.title)}</th>
              {[fund.applied, fund.deducted, fund.deposit, fund.offset, fund.payable].map((amount, at) => (
                <td key={heads[at]} className="num">
                  {showYuan(amount)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** What was deducted, why and by which clause. */
export function Deductions({ clearing }: { clearing: ClearingWhole }) {
  const text = useWords(clearingWords)
  const named = useNamed()
  if (clearing.deductions.length === 0) return null
  return (
    <div>
      <h4>{text.deductions}</h4>
      <ol className="clearing-deductions">
        {clearing.deductions.map((one) => (
          <li key={one.seq}>
            <strong>{showYuan(one.amount)}</strong> {one.reason}
            <div className="muted small">
              {text.clause}：{one.clause} · {named(one.title)}
              {one.settlementId && ` · ${text.settlement} ${one.settlementId}`}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Number, kind, days and how many settlements. */
export function ClearingHead({ clearing }: { clearing: Clearing }) {
  const text = useWords(clearingWords)
  const named = useNamed()
  return (
    <p className="flat muted">
      {named(clearing.clrTypeName)} · {text.to(showDay(clearing.from), showDay(clearing.to))}
      {clearing.kind === 'settled' &&
        ` · ${text.count} ${text.countOf(clearing.count, clearing.cancellations)} · ${text.medical} ${showYuan(clearing.medical)}`}
    </p>
  )
}
