import { App, Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { showInstant } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { listWords } from './list-words.ts'
import { clearingWords } from './words.ts'

type List = Reply<'listSettlementLists'>['items'][number]

/** Settlement lists that wait for review. */
export function SettlementLists() {
  const text = useWords(listWords)
  const { institution } = useWords(clearingWords)
  const { office } = useDesk()
  const [opened, setOpened] = useState<string | null>(null)
  const read = useGet('listSettlementLists', { query: { regionCode: office.regionCode } })
  const items = read.data?.items
  return (
    <section className="panel stack">
      <div>
        <h2>{text.title}</h2>
        <p className="muted flat">{text.intro}</p>
      </div>
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active />}
      {items?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {items && items.length > 0 && (
        <RowTable
          label={text.title}
          rows={items}
          keyOf={({ settlementId }) => settlementId}
          columns={[
            { title: text.number, className: 'nowrap', cell: (row) => row.listNumber },
            { title: institution, className: 'nowrap', cell: (row) => row.institutionName },
            { title: text.settlement, className: 'nowrap', cell: (row) => row.settlementId },
            { title: text.uploaded, className: 'nowrap', cell: (row) => showInstant(row.uploadedAt) },
            {
              title: text.read,
              cell: (row) => (
                <Button aria-label={text.readOf(row.listNumber)} onClick={() => setOpened(row.settlementId)}>
                  {text.read}
                </Button>
              ),
            },
          ]}
        />
      )}
      {opened && (
        <Whole settlementId={opened} regionCode={office.regionCode} onClose={() => setOpened(null)} />
      )}
    </section>
  )
}

function Whole(props: { settlementId: string; regionCode: string; onClose: () => void }) {
  const text = useWords(listWords)
  const { settlementId, regionCode } = props
  const { has } = useDesk()
  const read = useGet('getSettlementList', { params: { settlementId }, query: { regionCode } })
  const whole = read.data
  return (
    <Drawer open size="large" title={whole ? whole.list.listNumber : text.title} onClose={props.onClose}>
      <div className="stack">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
        {whole && has('reviewer') && (
          <Review list={whole.list} regionCode={regionCode} onDone={props.onClose} />
        )}
        {whole?.nodes.map((node) => (
          <section key={node.name} className="stack tight">
            <h3>{node.name}</h3>
            {node.rows.map((fields, at) => (
              <dl
                key={fields.map(({ value }) => value).join(' ')}
                className="clearing-sums"
                aria-label={node.rows.length > 1 ? text.row(at + 1) : node.name}
              >
                {fields.map(({ code, name, value }) => (
                  <div key={code}>
                    <dt>{name}</dt>
                    <dd className="clearing-ids">{value}</dd>
                  </div>
                ))}
              </dl>
            ))}
          </section>
        ))}
      </div>
    </Drawer>
  )
}

function Review(props: { list: List; regionCode: string; onDone: () => void }) {
  const text = useWords(listWords)
  const { message } = App.useApp()
  const [failing, setFailing] = useState(false)
  const act = useAct('reviewSettlementList', async () => {
    await refresh('listSettlementLists')
    void message.success(text.done)
    props.onDone()
  })
  const { settlementId, version } = props.list
  const said = { regionCode: props.regionCode, version }
  return (
    <div>
      <p className="row flat">
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.mutate({ params: { settlementId }, body: { ...said, passes: true } })}
        >
          {text.pass}
        </Button>
        <Button danger onClick={() => setFailing(true)}>
          {text.fail}
        </Button>
      </p>
      <ProblemAlert error={act.error} />
      {failing && (
        <ReasonDialog
          open
          danger
          title={text.fail}
          text={text.failText}
          label={text.reason}
          error={act.error}
          busy={act.isPending}
          onClose={() => setFailing(false)}
          onSubmit={async (reason) => {
            await act.mutateAsync({ params: { settlementId }, body: { ...said, passes: false, reason } })
            return true
          }}
        />
      )}
    </div>
  )
}
