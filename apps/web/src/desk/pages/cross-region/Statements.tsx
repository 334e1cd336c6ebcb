import { App, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api.ts'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useGet, usePages, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { Labelled } from '../hospital/Labelled.tsx'
import { statementWords } from './statement-words.ts'

type Statement = Reply<'elsewhereStatements'>['items'][number]
type Row = Reply<'elsewhereStatementRows'>['items'][number]
const tones: Record<Row['state'], Tone> = { open: 'soon', same: 'good', differs: 'bad', unknown: 'bad' }

/** What is to be cleared with other insured places, month by month, and what of it they confirm. */
export function Statements() {
  const text = useWords(statementWords)
  const { office, session } = useDesk()
  const [month, setMonth] = useState(session.today.slice(0, 7))
  const [shown, setShown] = useState<string>()
  const { regionCode } = office
  const found = useGet('elsewhereStatements', { query: { regionCode, month } }, { enabled: month !== '' })
  return (
    <section className="panel stack">
      <h2 className="flat">{text.title}</h2>
      <p className="muted flat">{text.intro}</p>
      <div className="row">
        <Labelled label={text.month} type="month" value={month} onChange={setMonth} />
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data?.items.length === 0 && <p className="muted">{text.none}</p>}
      {found.data && found.data.items.length > 0 && (
        <RowTable
          label={text.title}
          rows={found.data.items}
          keyOf={({ insuredRegion }) => insuredRegion}
          columns={[
            { title: text.region, cell: (row) => row.insuredRegion },
            {
              title: text.count,
              className: 'num',
              cell: (row) => (
                <>
                  {row.count}
                  {row.cancellations > 0 && (
                    <div className="muted small">{text.cancellations(row.cancellations)}</div>
                  )}
                </>
              ),
            },
            { title: text.medical, className: 'num', cell: (row) => showYuan(row.medical) },
            {
              title: text.due,
              className: 'num',
              cell: (row) => (
                <>
                  {showYuan(row.due)}
                  <div className="muted small">{text.dueOf(showYuan(row.fund), showYuan(row.account))}</div>
                </>
              ),
            },
            { title: text.confirmed, cell: (row) => text.counts(row.same, row.differing, row.open) },
            {
              title: '',
              cell: (row) => (
                <Acts
                  of={row}
                  month={month}
                  shown={shown === row.insuredRegion}
                  onShow={() => setShown(shown === row.insuredRegion ? undefined : row.insuredRegion)}
                />
              ),
            },
          ]}
        />
      )}
      {shown !== undefined && <Doubtful insuredRegion={shown} month={month} />}
    </section>
  )
}

function Acts(props: { of: Statement; month: string; shown: boolean; onShow: () => void }) {
  const { of, month, shown, onShow } = props
  const text = useWords(statementWords)
  const { message } = App.useApp()
  const { office, session } = useDesk()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const { regionCode } = office
  const { insuredRegion } = of
  const mayAsk = session.staff?.roles.some((one) => one.role === 'finance' && one.regionCode === regionCode)
  const ask = async () => {
    setAsking(true)
    setError(undefined)
    let [asked, same] = [0, 0]
    try {
      let cursor: string | undefined
      do {
        const body = { regionCode, month, ...(cursor && { cursor }) }
        const answer = await call('confirmElsewhere', { params: { insuredRegion }, body })
        asked += answer.asked
        same += answer.same
        cursor = answer.next ?? undefined
      } while (cursor)
      message.success(text.asked(asked, same))
    } catch (failure) {
      setError(failure)
    }
    setAsking(false)
    await refresh('elsewhereStatements', 'elsewhereStatementRows')
  }
  return (
    <div className="row">
      {mayAsk && of.same < of.count && (
        <Button size="small" loading={asking} onClick={() => void ask()}>
          {of.differing > 0 ? text.again : text.ask}
        </Button>
      )}
      {of.same < of.count && (
        <Button size="small" type="link" aria-expanded={shown} onClick={onShow}>
          {shown ? text.hide : text.doubtful}
        </Button>
      )}
      <ProblemAlert error={error} />
    </div>
  )
}

function Doubtful({ insuredRegion, month }: { insuredRegion: string; month: string }) {
  const text = useWords(statementWords)
  const { office } = useDesk()
  const { regionCode } = office
  const list = usePages('elsewhereStatementRows', {
    params: { insuredRegion },
    query: { regionCode, month, open: 'true', limit: 50 },
  })
  const figures = ({ fund, account, cash }: Pick<Row, 'fund' | 'account' | 'cash'>) =>
    text.figures(showYuan(fund), showYuan(account), showYuan(cash))
  return (
    <Listing list={list} empty={text.noneDoubtful}>
      {(rows) => (
        <RowTable
          label={text.rows}
          rows={rows}
          keyOf={({ settlementId }) => settlementId}
          columns={[
            {
              title: text.settlement,
              cell: (row) => (
                <>
                  <code>{row.settlementId}</code>{' '}
                  <Mark tone={tones[row.state]}>{text.states[row.state]}</Mark>
                  <div className="muted small">
                    {row.institutionCode} {showDay(row.settledOn)}
                  </div>
                </>
              ),
            },
            { title: text.medical, className: 'num', cell: (row) => showYuan(row.medical) },
            { title: text.ours, cell: (row) => figures(row) },
            { title: text.theirs, cell: (row) => (row.theirs ? figures(row.theirs) : '—') },
          ]}
        />
      )}
    </Listing>
  )
}
