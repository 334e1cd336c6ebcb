import { formatYuan, parseYuan, type Fen } from '@yichuang/kernel'
import { App, Button, Input, Popconfirm, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { refreshClearing } from './clearing.ts'
import { payWords } from './pay-words.ts'
import { clearingWords } from './words.ts'

type Held = Reply<'listDeposits'>['items'][number]

/** Deposits held back in a year; once it is over the reviewer begins to give them back. */
export function Deposits() {
  const text = useWords(payWords)
  const { institution, deposits } = useWords(clearingWords)
  const { cancel } = useWords(common)
  const { office, has, session } = useDesk()
  const { regionCode } = office
  const { message } = App.useApp()
  const thisYear = Number(session.today.slice(0, 4))
  const [typed, setTyped] = useState(String(thisYear))
  const year = Number(typed)
  const valid = /^2[01]\d\d$/.test(typed)
  const id = useId()
  const read = useGet('listDeposits', { query: { regionCode, year } }, { enabled: valid })
  const release = useAct('releaseDeposits', async () => {
    await refreshClearing()
    void message.success(text.releaseBegun)
  })
  const items = valid ? read.data?.items : undefined
  const left = ({ held, released }: Held) => (parseYuan(held)! - parseYuan(released)!) as Fen
  return (
    <section className="panel stack">
      <div className="spread">
        <h2>{deposits}</h2>
        <div>
          <label htmlFor={id}>{text.year}</label>{' '}
          <Input
            id={id}
            inputMode="numeric"
            maxLength={4}
            className="clearing-month"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
      </div>
      <ProblemAlert error={read.error ?? release.error} />
      {read.isLoading && <Skeleton active />}
      {items?.length === 0 && (
        <Empty title={text.depositsNone}>
          <p>{text.depositsNoneText}</p>
        </Empty>
      )}
      {items && items.length > 0 && (
        <RowTable
          label={deposits}
          rows={items}
          keyOf={({ institutionCode }) => institutionCode}
          columns={[
            { title: institution, className: 'nowrap', cell: (row) => row.institutionName },
            { title: text.held, className: 'num', cell: (row) => showYuan(row.held) },
            { title: text.released, className: 'num', cell: (row) => showYuan(row.released) },
            { title: text.left, className: 'num', cell: (row) => showYuan(formatYuan(left(row))) },
            ...(has('reviewer') && year < thisYear
              ? [
                  {
                    title: text.release,
                    cell: (row: Held) =>
                      left(row) > 0 && (
                        <Popconfirm
                          title={text.releaseOf(row.institutionName)}
                          description={text.releaseText}
                          okText={text.release}
                          cancelText={cancel}
                          onConfirm={() =>
                            release.mutate({
                              body: { regionCode, institutionCode: row.institutionCode, year },
                            })
                          }
                        >
                          <Button aria-label={text.releaseOf(row.institutionName)}>{text.release}</Button>
                        </Popconfirm>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}
