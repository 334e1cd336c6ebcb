import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { Sums } from './entry.ts'
import { treatFirstWords } from './words.ts'

/** What is open by institution and age, and what was closed how. */
export function SumsPanel({ sums }: { sums: Sums }) {
  const text = useWords(treatFirstWords)
  const banded = sums.open.some(({ bands }) => bands !== null)
  if (sums.open.length === 0 && sums.closed.length === 0) return null
  return (
    <section className="panel stack">
      {sums.open.length > 0 && (
        <>
          <h2>{text.sums}</h2>
          <ScrollRegion label={text.sums}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{text.hospital}</th>
                  <th scope="col" className="num">
                    {text.count}
                  </th>
                  <th scope="col" className="num">
                    {text.amount}
                  </th>
                  {banded &&
                    text.bands.map((band) => (
                      <th key={band} scope="col" className="num">
                        {band}
                      </th>
                    ))}
                </tr>
              </thead>
              <tbody>
                {sums.open.map(({ hospitalCode, hospitalName, count, amount, bands }) => (
                  <tr key={hospitalCode}>
                    <th scope="row">{hospitalName}</th>
                    <td className="num">{count}</td>
                    <td className="num">{showYuan(amount)}</td>
                    {bands?.map((band, at) => (
                      <td key={text.bands[at]} className="num">
                        {band.count === 0 ? '—' : text.people(band.count)}
                        {band.count > 0 && <div className="muted small">{showYuan(band.amount)}</div>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <p className="muted small flat">{banded ? text.bandsOf : text.noCalendar}</p>
        </>
      )}
      {sums.closed.length > 0 && (
        <>
          <h2>{text.closedSums}</h2>
          <ScrollRegion label={text.closedSums}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{text.how}</th>
                  <th scope="col" className="num">
                    {text.count}
                  </th>
                  <th scope="col" className="num">
                    {text.total}
                  </th>
                  <th scope="col" className="num">
                    {text.fund}
                  </th>
                </tr>
              </thead>
              <tbody>
                {sums.closed.map(({ how, count, total, fund }) => (
                  <tr key={how}>
                    <th scope="row">{text.ends[how]}</th>
                    <td className="num">{count}</td>
                    <td className="num">{showYuan(total)}</td>
                    <td className="num">{showYuan(fund)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </section>
  )
}
