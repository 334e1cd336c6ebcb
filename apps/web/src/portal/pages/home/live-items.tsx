import { Link } from 'wouter'
import type { ItemSummary } from '@yichuang/contracts'
import { DayRuler } from '../../parts/day-ruler.tsx'
import { useTexts } from '../../texts.ts'

/** The window: a pane for each item that can be applied for, with its limit drawn as days; bills to be repaid come first. */
export function LiveItems({
  items,
  regionCode,
  borrowed,
}: {
  items: readonly ItemSummary[]
  regionCode: string
  borrowed: { from: string; why: string } | null
}) {
  const t = useTexts()
  return (
    <div className="window">
      {items
        .toSorted((a, b) => Number(paysBills(b)) - Number(paysBills(a)))
        .map((item) => {
          const guide = `/items/${regionCode}/${item.itemId}`
          return (
            <article key={item.itemId}>
              <h2>
                <Link href={guide}>{item.name}</Link>
              </h2>
              <Limit item={item} />
              {borrowed && paysBills(item) && (
                <p>
                  <span className="tag care">{t.home.borrowedTag}</span>
                </p>
              )}
              <p className="row">
                <Link className="button primary" href={`/apply/${regionCode}/${item.itemId}`}>
                  {t.home.apply}
                  <span className="visually-hidden">{`：${item.name}`}</span>
                </Link>
                <Link className="button quiet" href={guide}>
                  {t.home.guide}
                  <span className="visually-hidden">{`：${item.name}`}</span>
                </Link>
              </p>
            </article>
          )
        })}
    </div>
  )
}

/** Whether it ends in a benefit worked out by the figures of the place, which may be borrowed. */
function paysBills({ itemId }: ItemSummary): boolean {
  return itemId.startsWith('claims.')
}

function Limit({ item }: { item: ItemSummary }) {
  const t = useTexts().home
  if (item.statutoryDays === null) return null
  const binding = item.promisedDays ?? item.statutoryDays
  return (
    <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
      <p className="limit-line">
        <span>
          {item.promisedDays !== null ? t.promised : t.national} <strong>{binding}</strong> {t.workingDays}
        </span>
        <span>{item.promisedDays !== null ? t.statutory(item.statutoryDays) : t.noPromise}</span>
      </p>
      <DayRuler on={binding} all={item.statutoryDays} label={t.rulerLabel(binding, item.statutoryDays)} />
    </div>
  )
}
