import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../parts/lang.ts'
import { RatingScreen } from './RatingScreen.tsx'
import { ratingWords } from './rating-words.ts'

/** Offers the rating to the person who stands at the window; the screen covers the desk, so that nobody else's data shows. */
export function Rating({ given }: { given: boolean }) {
  const text = useWords(ratingWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      {!given && (
        <div className="stack tight">
          <Button block onClick={() => setOpen(true)}>
            {text.offer}
          </Button>
          <p className="muted small flat">{text.offerText}</p>
        </div>
      )}
      {open && <RatingScreen given={given} onClose={() => setOpen(false)} />}
    </>
  )
}
