import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { Whole } from './reconciliation.ts'
import { reconciliationWords } from './words.ts'

type Part = Whole['parts'][number]

/** Sums of a day by insurance and kind of clearing, the centre's above the hospital's. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const text = useWords(reconciliationWords)
  const clrType = useClrType()
  if (parts.length === 0) return null
  return (
    <section className="panel stack">
      <h2>{text.parts}</h2>
      <ScrollRegion label={text.parts}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{text.insurance}</th>
              <th scope="col">{text.side}</th>
              <th scope="col" className="num">
                {text.count}
              </th>
              <th scope="col" className="num">
                {text.medical}
              </th>
              <th scope="col" className="num">
                {text.fund}
              </th>
              <th scope="col" className="num">
                {text.account}
              </th>
            </tr>
          </thead>
          {parts.map((part) => (
            <tbody key={`${part.insurance} ${part.clrType}`}>
              <tr>
                <th scope="rowgroup" rowSpan={2}>
                  {text.insurances[part.insurance]} {clrType(part.clrType)}
                  <div>
                    <Mark tone={part.inDetail ? 'good' : 'quiet'}>
                      {part.inDetail ? text.inDetail : text.notInDetail}
                    </Mark>
                  </div>
                </th>
                <Figures name={text.centre} sums={part.centre} />
              </tr>
              <tr>
                {part.sent ? (
                  <Figures name={text.hospital} sums={part.sent} against={part.centre} />
                ) : (
                  <>
                    <td>{text.hospital}</td>
                    <td colSpan={4} className="muted">
                      {text.notSent}
                    </td>
                  </>
                )}
              </tr>
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </section>
  )
}

function Figures({ name, sums, against }: { name: string; sums: Part['centre']; against?: Part['centre'] }) {
  const other = (key: keyof Part['centre']) =>
    against && against[key] !== sums[key] ? 'num reconciliation-other' : 'num'
  return (
    <>
      <td>{name}</td>
      <td className={other('count')}>{sums.count}</td>
      <td className={other('medical')}>{showYuan(sums.medical)}</td>
      <td className={other('fund')}>{showYuan(sums.fund)}</td>
      <td className={other('account')}>{showYuan(sums.account)}</td>
    </>
  )
}

/** What a kind of clearing is called; a kind without a name keeps its code. */
export function useClrType(): (code: string) => string {
  const text = useWords(reconciliationWords)
  const names: Readonly<Record<string, string>> = text.clrTypes
  return (code) => (code === '' ? text.allTypes : (names[code] ?? code))
}
