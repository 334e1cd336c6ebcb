import { useState } from 'react'
import { Link } from 'wouter'
import type { ItemSummary } from '@yichuang/contracts'
import { fieldId } from '../../parts/field.tsx'
import { useTexts } from '../../texts.ts'
import { groupItems, matchItems } from './match-items.ts'

/** All other items by group, with a search that answers while typing. */
export function ItemGroups({ items, regionCode }: { items: readonly ItemSummary[]; regionCode: string }) {
  const t = useTexts().home
  const [query, setQuery] = useState('')
  const found = matchItems(items, query)
  const id = fieldId('search')
  return (
    <section className="section stack" aria-labelledby="items-title">
      <h2 id="items-title">{t.items}</h2>
      <p className="soft">{t.itemsLead}</p>
      <div role="search" className="extra">
        <label htmlFor={id} className="label">
          <b>{t.search}</b>
        </label>
        <div className="search">
          <input
            id={id}
            className="input"
            type="search"
            placeholder={t.searchPlaceholder}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          {query && (
            <button type="button" className="button" onClick={() => setQuery('')}>
              {t.clear}
            </button>
          )}
        </div>
        <p role="status" className="faint">
          {query.trim() && (found.length ? t.found(found.length) : t.nothing(query.trim()))}
        </p>
      </div>
      <div className="item-groups">
        {groupItems(found).map(([group, members]) => (
          <div key={group}>
            <h3>{group}</h3>
            <ul className="plain">
              {members.map((item) => (
                <li key={item.itemId}>
                  <Link href={`/items/${regionCode}/${item.itemId}`}>
                    <span>{item.name}</span>
                    <ItemLimit item={item} />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function ItemLimit({ item }: { item: ItemSummary }) {
  const t = useTexts().home
  const words = item.instant
    ? t.instant
    : item.promisedDays !== null
      ? t.promisedShort(item.promisedDays)
      : item.statutoryDays !== null
        ? t.statutoryShort(item.statutoryDays)
        : ''
  return words ? <span className="faint num">{words}</span> : null
}
