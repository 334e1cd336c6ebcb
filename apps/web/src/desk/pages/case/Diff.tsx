import { useWords } from '../../parts/lang.ts'
import { showFen } from '../../parts/money.ts'
import { useCase } from './case-context.tsx'
import { actWords } from './acts/words.ts'
import { differences } from './diff.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** Claimed against recognised, only the lines that differ. */
export function Diff() {
  const { view } = useCase()
  const text = useWords(actWords)
  const rows = differences(view)
  if (rows.length === 0) return <p className="muted">{text.noDiff}</p>
  return (
    <ScrollRegion label={text.diff}>
      <table className="plain">
        <caption>{text.diff}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.lineId}>
              <th scope="row" className="diff-name">
                {row.name}
                <div className="muted small">
                  {row.why.map((why) => text.whys[why]).join('、')}
                  {row.cutReason && `：${row.cutReason}`}
                </div>
              </th>
              <td className="num">
                <del className="muted">{showFen(row.claimed)}</del>
                <br />
                <strong>{showFen(row.recognised)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
