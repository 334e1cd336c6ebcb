import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import type { Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { common } from '../../parts/words.ts'
import { workingsWords } from './workings-words.ts'

type Rows = NonNullable<Reply<'getWorkings'>['workings']>['rows']

/** The calculation from top to bottom, a row a step: what, how it was worked out and by which clause, how much. */
export function Workings({ rows }: { rows: Rows }) {
  const text = useWords(workingsWords)
  const { borrowed } = useWords(common)
  return (
    <ScrollRegion label={text.table}>
      <table className="plain workings">
        <thead>
          <tr>
            <th scope="col">{text.step}</th>
            <th scope="col">{text.working}</th>
            <th scope="col" className="num">
              {text.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-depth={row.depth}>
              <th scope="row">{row.term}</th>
              <td>
                <span className="working">
                  {row.working}
                  {row.roundedToFen && ' ※'}
                </span>
                {row.clauses.length > 0 && (
                  <div className="muted small">
                    {row.borrowedFrom.length > 0 && <Mark tone="soon">{borrowed}</Mark>}{' '}
                    {row.clauses.join('；')}
                  </div>
                )}
              </td>
              <td className="num">{showYuan(row.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some((row) => row.roundedToFen) && <p className="muted small">※ {text.rounded}</p>}
    </ScrollRegion>
  )
}
