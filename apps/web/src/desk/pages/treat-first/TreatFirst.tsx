import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { saveFile } from '../../parts/save-file.ts'
import { useDesk } from '../../parts/session.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { Basis } from './Basis.tsx'
import { Entries } from './Entries.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { OpenForm } from './OpenForm.tsx'
import { SumsPanel } from './SumsPanel.tsx'
import { treatFirstWords } from './words.ts'
import '../hospital/hospital.css'
import './treat-first.css'

type Tab = 'open' | 'closed'

/** People treated first: an institution sees its own, the agency those of the city. */
export function TreatFirst() {
  const text = useWords(treatFirstWords)
  const { office, has } = useDesk()
  const { regionCode } = office
  const [tab, setTab] = useState<Tab>('open')
  const [entering, setEntering] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const sums = useGet('treatFirstSums', { query: { regionCode } })
  const inForce = (sums.data?.measures.length ?? 0) > 0
  const outside = has('hospital')
  const enters = outside || has('clerk') || has('reviewer')
  const exported = () =>
    download('exportTreatFirst', { query: { regionCode, state: tab } }).then(saveFile, setFailed)
  return (
    <div className="page stack">
      <div className="spread">
        <h1>{text.title}</h1>
        {enters && inForce && (
          <Button type="primary" onClick={() => setEntering(true)}>
            {text.open}
          </Button>
        )}
      </div>
      <p className="muted flat">{text.intro}</p>
      <ProblemAlert error={sums.error ?? failed} onRetry={() => void sums.refetch()} />
      {sums.isLoading && <Skeleton active paragraph={{ rows: 4 }} />}
      {sums.data && <Basis sums={sums.data} />}
      {sums.data && <SumsPanel sums={sums.data} />}
      <section className="panel stack">
        <div className="spread">
          <h2>{text.list}</h2>
          <Button onClick={() => void exported()}>{text.export}</Button>
        </div>
        <Tabs
          label={text.list}
          tabs={(['open', 'closed'] as const).map((key) => ({ key, label: text.tabs[key] }))}
          active={tab}
          onChange={setTab}
        >
          <Entries state={tab} onOpen={setShown} />
        </Tabs>
      </section>
      {entering && <OpenForm regionCode={regionCode} outside={outside} onClose={() => setEntering(false)} />}
      {shown && <EntryDrawer entryId={shown} regionCode={regionCode} onClose={() => setShown(null)} />}
    </div>
  )
}
