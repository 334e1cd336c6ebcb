import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { GrantForm } from './GrantForm.tsx'
import { Ledger } from './Ledger.tsx'
import { prepaymentTones, SUMS, type Listing } from './prepayment.ts'
import { prepaymentWords } from './words.ts'
import './prepayments.css'

/** Advances to hospitals: what was granted, where it is now, and the ledger of each. */
export function Prepayments() {
  const text = useWords(prepaymentWords)
  const { office, has } = useDesk()
  const [granting, setGranting] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const { regionCode } = office
  const read = useGet('listPrepayments', { query: { regionCode } })
  const data = read.data
  return (
    <div className="page stack">
      <div className="spread">
        <h1>{text.title}</h1>
        {has('leader') && data && (
          <Button type="primary" onClick={() => setGranting(true)}>
            {text.grant}
          </Button>
        )}
      </div>
      <p className="muted flat">{text.intro}</p>
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.items.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <>
          <Hospitals data={data} />
          <Grants data={data} onOpen={setOpened} />
        </>
      )}
      {granting && data && (
        <GrantForm regionCode={regionCode} measures={data.measures} onClose={() => setGranting(false)} />
      )}
      {opened && <Ledger grantId={opened} regionCode={regionCode} onClose={() => setOpened(null)} />}
    </div>
  )
}

function Hospitals({ data }: { data: Listing }) {
  const text = useWords(prepaymentWords)
  return (
    <section className="panel stack">
      <h2>{text.byHospital}</h2>
      <ScrollRegion label={text.byHospital}>
        <table className="plain prepayment-table">
          <thead>
            <tr>
              <th scope="col">{text.hospital}</th>
              {SUMS.map((name) => (
                <th key={name} scope="col" className="num">
                  {text.sums[name]}
                </th>
              ))}
              <th scope="col" className="num">
                {text.patients}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.byHospital.map((row) => (
              <tr key={row.hospitalCode}>
                <th scope="row">{row.hospitalName}</th>
                {SUMS.map((name) => (
                  <td key={name} className="num">
                    {showYuan(row.sums[name])}
                  </td>
                ))}
                <td className="num">{row.patients}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text.all}</th>
              {SUMS.map((name) => (
                <td key={name} className="num">
                  {showYuan(data.total[name])}
                </td>
              ))}
              <td className="num">{data.byHospital.reduce((sum, { patients }) => sum + patients, 0)}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <p className="muted small flat">{text.balance}</p>
    </section>
  )
}

function Grants({ data, onOpen }: { data: Listing; onOpen: (grantId: string) => void }) {
  const text = useWords(prepaymentWords)
  return (
    <section className="panel stack">
      <h2>{text.all}</h2>
      <ScrollRegion label={text.all}>
        <table className="plain prepayment-table">
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.hospital}</th>
              <th scope="col">{text.authority}</th>
              <th scope="col" className="num">
                {text.sums.granted}
              </th>
              <th scope="col" className="num">
                {text.sums.held}
              </th>
              <th scope="col">{text.state}</th>
              <th scope="col">{text.act}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={item.grantId}>
                <th scope="row">
                  {item.number}
                  <div className="muted small">{text.by(item.grantedBy, showDay(item.grantedOn))}</div>
                </th>
                <td>
                  {item.hospitalName}
                  <div className="muted small">{text.insurances[item.insurance]}</div>
                </td>
                <td>
                  {item.authority}
                  <div className="muted small">{item.reason}</div>
                </td>
                <td className="num">{showYuan(item.sums.granted)}</td>
                <td className="num">{showYuan(item.sums.held)}</td>
                <td>
                  <Mark tone={prepaymentTones[item.state]}>{text.states[item.state]}</Mark>
                </td>
                <td>
                  <Button
                    size="small"
                    aria-label={text.ledgerOf(item.number)}
                    onClick={() => onOpen(item.grantId)}
                  >
                    {text.ledger}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
