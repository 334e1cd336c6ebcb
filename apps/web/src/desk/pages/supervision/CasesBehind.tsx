import { Drawer } from 'antd'
import { CaseTable } from '../../parts/CaseTable.tsx'
import { useWords } from '../../parts/lang.ts'
import { Listing } from '../../parts/Listing.tsx'
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
      <Listing list={found} empty={text.none}>
        {(rows) => <CaseTable rows={rows} />}
      </Listing>
    </Drawer>
  )
}
