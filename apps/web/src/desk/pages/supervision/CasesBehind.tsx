import { Drawer, Skeleton } from 'antd'
import { CaseTable } from '../../parts/CaseTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { More } from '../../parts/More.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { usePages } from '../../parts/queries.ts'
import type { Figure } from './FigureCards.tsx'
import type { FiguresQuery } from './figures-query.ts'
import { supervisionWords } from './words.ts'

/** The cases a figure counts. */
export function CasesBehind(props: { query: FiguresQuery; figure: Figure | null; onClose: () => void }) {
  const { figure } = props
  const text = useWords(supervisionWords)
  const found = usePages(
    'casesBehind',
    { query: { ...props.query, figure: figure ?? 'received', limit: 50 } },
    figure !== null,
  )
  return (
    <Drawer
      open={figure !== null}
      onClose={props.onClose}
      title={figure && text.behind(text.figures[figure])}
      size={1040}
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isLoading && <Skeleton active />}
      {!found.isLoading && !found.error && found.items.length === 0 && <Empty title={text.none} />}
      {found.items.length > 0 && <CaseTable rows={found.items} />}
      <More {...found} />
    </Drawer>
  )
}
