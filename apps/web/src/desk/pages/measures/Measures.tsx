import { Alert, Skeleton } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { InForce } from './InForce.tsx'
import { Owed } from './Owed.tsx'
import { Permanent } from './Permanent.tsx'
import { Sets } from './Sets.tsx'
import { Usage } from './Usage.tsx'
import { measuresWords } from './words.ts'
import './measures.css'

export type Panel = Reply<'measuresPanel'>
type Part = 'now' | 'sets' | 'use' | 'owed' | 'permanent'

/** The leader's page: what is in force, what could be switched on, what was done under it, what is owed, what stays. */
export function Measures() {
  const text = useWords(measuresWords)
  const { office, has } = useDesk()
  const [part, setPart] = useState<Part>('now')
  const panel = useGet('measuresPanel', { query: { regionCode: office.regionCode } })
  const data = panel.data
  const owed = data ? data.owed.open + data.owed.overdue : undefined
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{text.intro}</p>
      <ProblemAlert error={panel.error} onRetry={() => void panel.refetch()} />
      {panel.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && data.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text.warnings}
          description={
            <ul className="fault-list">
              {data.warnings.map((warning) => (
                <li key={warning.activationId}>{warning.text}</li>
              ))}
            </ul>
          }
        />
      )}
      {data && data.sets.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {data && data.sets.length > 0 && (
        <Tabs
          label={text.title}
          active={part}
          onChange={setPart}
          tabs={[
            {
              key: 'now',
              label: text.tabs.now,
              count: data.activations.filter(({ state }) => state !== 'ended').length,
            },
            { key: 'sets', label: text.tabs.sets },
            { key: 'use', label: text.tabs.use },
            ...(has('leader', 'supervisor')
              ? [{ key: 'owed' as const, label: text.tabs.owed, count: owed! }]
              : []),
            { key: 'permanent', label: text.tabs.permanent },
          ]}
        >
          {part === 'now' && <InForce panel={data} />}
          {part === 'sets' && <Sets panel={data} onSwitched={() => setPart('now')} />}
          {part === 'use' && <Usage />}
          {part === 'owed' && <Owed />}
          {part === 'permanent' && <Permanent panel={data} />}
        </Tabs>
      )}
    </div>
  )
}
