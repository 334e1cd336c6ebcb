import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showFen, sumTyped, typedFen } from '../../parts/money.ts'
import type { Fen } from '@yichuang/kernel'
import { windowWords } from './words.ts'

/** Sum of the lines so far, against the amount of the bill. */
export function RunningSum({ amounts, bill }: { amounts: string[]; bill: string }) {
  const text = useWords(windowWords)
  const { sum, unread } = sumTyped(amounts)
  const total = typedFen(bill)
  return (
    <output className="row">
      {unread > 0 && <Mark tone="bad">{text.unread(unread)}</Mark>}
      <span>
        {text.sum} <strong className="num">{showFen(sum)}</strong>
      </span>
      {total === undefined ? (
        <Mark>{text.noBillAmount}</Mark>
      ) : unread > 0 && total === sum ? null : (
        <Mark tone={total === sum ? 'good' : 'soon'}>
          {total === sum ? text.agrees : text.differs(showFen(Math.abs(total - sum) as Fen))}
        </Mark>
      )}
    </output>
  )
}
