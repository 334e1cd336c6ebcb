import { useSearchParams } from 'wouter'
import { CaseTable } from '../../parts/CaseTable.tsx'
import { defineWords, useWords } from '../../parts/lang.ts'
import { Listing } from '../../parts/Listing.tsx'
import { usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'

const words = defineWords(
  {
    title: (q: string) => `查找“${q}”`,
    none: '没有找到案件',
    teach: '请核对办件编号、姓名或票据号码；至少输入两个字。要按身份证号查人，请到“窗口受理”。',
  },
  {
    title: (q: string) => `Results for “${q}”`,
    none: 'No case found',
    teach:
      'Check the case number, name or bill number, at least two characters. To find a person by ID number, go to the window.',
  },
)

/** What the search box found. */
export function Search() {
  const text = useWords(words)
  const { office } = useDesk()
  const [params] = useSearchParams()
  const q = (params.get('q') ?? '').trim().slice(0, 60)
  const found = usePages(
    'searchCases',
    { query: { regionCode: office.regionCode, q, limit: 30 } },
    q.length >= 2,
  )
  return (
    <div className="page">
      <h1>{text.title(q)}</h1>
      <Listing list={found} empty={text.none} teach={text.teach}>
        {(rows) => <CaseTable rows={rows} keyboard />}
      </Listing>
    </div>
  )
}
