import { Button, Switch } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { Card } from './targets-charts.ts'
import { targetsWords } from './targets-words.ts'

const PARTS = ['materials', 'process', 'limit', 'quality'] as const
const tones: Readonly<Record<Card['limit']['direction'], Tone>> = {
  better: 'good',
  same: 'calm',
  worse: 'bad',
  unknown: 'quiet',
}

/** 四个更: each item's materials, process, time limit and quality; an item opens what they were made from. */
export function ScoreCards({ cards, onOpen }: { cards: readonly Card[]; onOpen: (itemId: string) => void }) {
  const text = useWords(targetsWords)
  const [onlyKnown, setOnlyKnown] = useState(true)
  const known = cards.filter((card) => PARTS.some((part) => card[part].direction !== 'unknown'))
  return (
    <section className="panel">
      <div className="spread">
        <h2>{text.cardsTitle}</h2>
        <label className="row">
          <Switch checked={onlyKnown} onChange={setOnlyKnown} />
          {text.onlyKnown}
        </label>
      </div>
      <p className="muted small">{text.cardsNote}</p>
      <ScrollRegion label={text.cardsTitle}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{text.columns.item}</th>
              {PARTS.map((part) => (
                <th key={part} scope="col">
                  {text.four[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(onlyKnown ? known : cards).map((card) => (
              <tr key={card.itemId}>
                <td>
                  <Button type="link" className="item-link" onClick={() => onOpen(card.itemId)}>
                    {card.itemName}
                  </Button>
                </td>
                {PARTS.map((part) => (
                  <td key={part} className="nowrap">
                    <Mark tone={tones[card[part].direction]}>{text.directions[card[part].direction]}</Mark>{' '}
                    {part === 'quality' ? card.quality.satisfaction : cutOf(card[part])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

const cutOf = ({ cut }: { cut: string | null }) => cut ?? ''
