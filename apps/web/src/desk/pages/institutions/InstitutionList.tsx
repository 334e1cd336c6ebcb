import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Agreements } from './Agreements.tsx'
import { institutionTones, type Institution, type Only } from './institution.ts'
import { institutionWords } from './words.ts'

/** The institutions of the city with the agreement of the day; each opens its agreements. */
export function InstitutionList(props: {
  regionCode: string
  on: string
  only: Only
  onOnly: (only: Only) => void
}) {
  const text = useWords(institutionWords)
  const { regionCode, on, only } = props
  const [opened, setOpened] = useState<string | null>(null)
  const { territory, networked } = only
  const read = useGet('listInstitutions', {
    query: {
      regionCode,
      on,
      ...(territory && { territory }),
      ...(networked && { networked: 'true' as const }),
    },
  })
  const items = read.data?.items
  const shown = [only.office, networked ? text.networkedOnly : undefined].filter(Boolean).join('，')
  return (
    <section className="panel stack">
      {shown !== '' && (
        <p className="spread flat">
          <span>{text.only(shown)}</span>
          <Button size="small" onClick={() => props.onOnly({})}>
            {text.showAll}
          </Button>
        </p>
      )}
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {items?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {items && items.length > 0 && (
        <ScrollRegion label={text.tabs.list}>
          <table className="plain institution-table">
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.agreement}</th>
                <th scope="col">{text.services}</th>
                <th scope="col">{text.network}</th>
                <th scope="col">{text.state}</th>
                <th scope="col">{text.act}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((institution) => (
                <Row key={institution.hospitalCode} institution={institution} onOpen={setOpened} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {opened && <Agreements hospitalCode={opened} regionCode={regionCode} onClose={() => setOpened(null)} />}
    </section>
  )
}

function Row({ institution, onOpen }: { institution: Institution; onOpen: (code: string) => void }) {
  const text = useWords(institutionWords)
  const { agreement } = institution
  return (
    <tr>
      <th scope="row">
        {institution.name}
        <div className="muted small">
          {text.levels[institution.level]} {institution.hospitalCode}
        </div>
      </th>
      <td>
        {agreement?.number ?? '—'}
        {agreement && (
          <div className="muted small">{text.until(showDay(agreement.from), showDay(agreement.until))}</div>
        )}
      </td>
      <td>{agreement?.services.map((service) => text.serviceNames[service]).join('、') ?? '—'}</td>
      <td>
        {agreement ? text.networks[agreement.network] : '—'}
        {agreement?.networkedFrom && (
          <div className="muted small">{text.since(showDay(agreement.networkedFrom))}</div>
        )}
      </td>
      <td>
        <Mark tone={institutionTones[institution.state]}>{text.states[institution.state]}</Mark>
      </td>
      <td>
        <Button
          size="small"
          aria-label={`${text.open}：${institution.name}`}
          onClick={() => onOpen(institution.hospitalCode)}
        >
          {text.open}
        </Button>
      </td>
    </tr>
  )
}
