import { useState } from 'react'
import { Confirm } from './confirm.tsx'
import { ActionFailure } from './loaded.tsx'
import { useAction } from './use-action.ts'

/** What somebody was allowed, in a line, and the way to take it back, asked once more before it happens. */
export function RevocableCard({
  name,
  facts,
  revocable,
  words,
  revoke,
  onRevoked,
}: {
  name: string
  /** one after the other; what does not apply is left out */
  facts: readonly (string | false | null | undefined)[]
  revocable: boolean
  words: { readonly title: string; readonly word: string; readonly ask: string }
  revoke: (intent: string) => Promise<unknown>
  onRevoked: () => void
}) {
  const [asking, setAsking] = useState(false)
  const taking = useAction(revoke, () => {
    setAsking(false)
    onRevoked()
  })
  return (
    <article className="case-card">
      <div className="row spread">
        <h3>{name}</h3>
        {revocable && (
          <button
            type="button"
            className="button small danger"
            aria-label={words.title}
            onClick={() => setAsking(true)}
          >
            {words.word}
          </button>
        )}
      </div>
      <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
      {asking && (
        <Confirm
          title={words.title}
          yes={words.word}
          pending={taking.pending}
          onYes={taking.run}
          onClose={() => setAsking(false)}
        >
          <p>{words.ask}</p>
          <ActionFailure error={taking.error} />
        </Confirm>
      )}
    </article>
  )
}
