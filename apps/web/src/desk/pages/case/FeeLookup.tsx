import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { showYuan, percentFromRatio } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { common } from '../../parts/words.ts'
import { useCase } from './case-context.tsx'
import { codingWords } from './coding-words.ts'

type FeeItem = Reply<'findFeeItems'>['items'][number]

/** Finds a line in the fee catalogue of the place, as in force on the day of the visit. */
export function FeeLookup(props: { query: string; onUse: (item: FeeItem) => void; onClose: () => void }) {
  const { view } = useCase()
  const text = useWords(codingWords)
  const { classes } = useWords(common)
  const [q, setQ] = useState(props.query)
  const found = useGet(
    'findFeeItems',
    { query: { regionCode: view.regionCode, q: q.trim().slice(0, 60) } },
    { enabled: q.trim() !== '', keepPrevious: true },
  )
  return (
    <Modal open title={text.lookup.title} footer={null} width={680} onCancel={props.onClose}>
      <div className="stack">
        <Input
          // The dialog was opened to type here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={text.lookup.query}
          placeholder={text.lookup.query}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.data?.items.length === 0 && <p className="muted">{text.lookup.none}</p>}
        <ul className="lookup">
          {found.data?.items.map((item) => (
            <li key={item.code} className="spread">
              <span>
                <strong>{item.name}</strong> <span className="muted">{item.code}</span>
                <br />
                {classes[item.class]}
                {item.class === 'B' && ` · ${text.selfPay} ${percentFromRatio(item.selfPayRatio)}`}
                {item.ceilingPrice &&
                  ` · ${text.ceiling} ${showYuan(item.ceilingPrice)}${item.unit ? `/${item.unit}` : ''}`}
                <span className="muted small">
                  　{text.lookup.source}：{item.source}
                </span>
              </span>
              <Button size="small" onClick={() => props.onUse(item)}>
                {text.lookup.use}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
