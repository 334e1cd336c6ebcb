import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import type { Figures } from './FigureCards.tsx'
import { supervisionWords } from './words.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** Limits and materials of each item beside the national ones. */
export function Baseline({ figures }: { figures: Figures }) {
  const text = useWords(supervisionWords)
  const { baselineColumns: columns } = text
  return (
    <section className="panel">
      <h2>{text.baseline}</h2>
      <ScrollRegion label={text.baseline}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{columns.item}</th>
              <th scope="col" className="num">
                {columns.statutory}
              </th>
              <th scope="col" className="num">
                {columns.promised}
              </th>
              <th scope="col" className="num">
                {columns.actual}
              </th>
              <th scope="col" className="num">
                {columns.cut}
              </th>
              <th scope="col" className="num">
                {columns.materials}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.baseline.map((row) => (
              <tr key={row.itemId}>
                <td>{row.itemName}</td>
                <td className="num">{row.statutoryDays ?? '—'}</td>
                <td className="num">{row.promisedDays ?? '—'}</td>
                <td className="num">{row.actualP50 ?? '—'}</td>
                <td className="num">
                  {row.cutPercent === null ? (
                    '—'
                  ) : (
                    <Mark tone="good">−{row.cutPercent.replace(/^-|%$/g, '')}%</Mark>
                  )}
                </td>
                <td className="num">
                  {row.materialsNational} → {row.materialsHere}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
