import { ReloadOutlined } from '@ant-design/icons'
import { Button, Select, Skeleton, Switch } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { CaseTable } from '../../parts/CaseTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../parts/lang.ts'
import { More } from '../../parts/More.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, usePages } from '../../parts/queries.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { inboxWords } from './words.ts'
import type { CaseState } from '@yichuang/contracts'

const views = ['todo', 'mine', 'handover', 'overdue', 'all', 'closed'] as const
type View = (typeof views)[number]

/** Cases of the office, most urgent first. View and filters stand in the address, so that coming back finds them. */
export function Inbox() {
  const text = useWords(inboxWords)
  const words = useWords(common)
  const { office } = useDesk()
  const [params, setParams] = useSearchParams()
  const view = views.find((name) => name === params.get('view')) ?? 'todo'
  const state = (params.get('state') as CaseState | null) ?? undefined
  const itemId = params.get('item') ?? undefined
  const below = params.get('below') !== 'no'
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )

  const query = {
    officeId: office.officeId,
    view,
    state,
    itemId,
    below: below ? 'true' : 'false',
    limit: 30,
  } as const
  const inbox = usePages('inbox', { query })
  const items = useGet('listItems', { params: { regionCode: office.regionCode } }, { staleTime: 600_000 })
  useKeys({ r: () => void inbox.refetch() })
  const counts = inbox.first?.counts ?? {}
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <div className="row">
          <Select
            aria-label={text.item}
            className="filter"
            allowClear
            placeholder={text.anyItem}
            value={itemId}
            onChange={(value?: string) => set('item', value)}
            popupMatchSelectWidth={false}
            options={items.data?.items
              .filter((item) => item.status === 'live')
              .map((item) => ({ value: item.itemId, label: item.name }))}
          />
          <Select
            aria-label={text.state}
            className="filter"
            allowClear
            placeholder={text.anyState}
            value={state}
            onChange={(value?: string) => set('state', value)}
            options={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
          />
          <label className="row">
            <Switch size="small" checked={below} onChange={(on) => set('below', on ? undefined : 'no')} />
            {text.below}
          </label>
          <Button
            icon={<ReloadOutlined />}
            loading={inbox.isFetching && !inbox.isFetchingNextPage}
            onClick={() => void inbox.refetch()}
          >
            {words.refresh}
          </Button>
        </div>
      </div>
      <Tabs
        label={text.title}
        active={view}
        onChange={(key) => set('view', key === 'todo' ? undefined : key)}
        tabs={views.map((key) => ({ key, label: text.views[key], count: counts[key] }))}
      >
        <List
          view={view}
          inbox={inbox}
          filtered={Boolean(state || itemId)}
          clear={() => setParams({})}
          show={(key) => set('view', key)}
        />
      </Tabs>
      <p className="muted small">{text.keys}</p>
    </div>
  )
}

function List(props: {
  view: View
  inbox: ReturnType<typeof usePages<'inbox'>>
  filtered: boolean
  clear: () => void
  show: (view: View) => void
}) {
  const { inbox, view, filtered } = props
  const text = useWords(inboxWords)
  if (inbox.error) return <ProblemAlert error={inbox.error} onRetry={() => void inbox.refetch()} />
  if (inbox.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (inbox.items.length === 0) {
    const [title = '', teach] = text.empty[view]
    return (
      <Empty title={title}>
        <p>{filtered ? text.filtered : teach}</p>
        {filtered && <Button onClick={props.clear}>{text.clear}</Button>}
        {view === 'todo' && !filtered && <GoOn counts={inbox.first?.counts ?? {}} show={props.show} />}
      </Empty>
    )
  }
  return (
    <>
      <CaseTable rows={inbox.items} keyboard />
      <More {...inbox} />
    </>
  )
}

/** With nothing to do: where this role may look next. */
function GoOn({ counts, show }: { counts: Record<string, number>; show: (view: View) => void }) {
  const text = useWords(inboxWords)
  const { has } = useDesk()
  const filled = (['overdue', 'mine', 'handover', 'all'] as const).filter((key) => (counts[key] ?? 0) > 0)
  return (
    <div className="row go-on">
      {filled.map((key) => (
        <Button key={key} onClick={() => show(key)}>
          {text.views[key]} {counts[key]}
        </Button>
      ))}
      {has('clerk') && <Link href="/window">{text.goWindow}</Link>}
      {has('finance') && <Link href="/payments">{text.goPayments}</Link>}
      {has('supervisor', 'auditor') && <Link href="/supervision">{text.goFigures}</Link>}
    </div>
  )
}
