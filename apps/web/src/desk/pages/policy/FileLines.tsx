import { useWords } from '../../parts/lang.ts'
import type { Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { policyWords } from './words.ts'

type Line = Reply<'checkDraftFile'>['lines'][number]
const AROUND = 2

/** The lines that differ, each with a few around it. */
export function FileLines({ lines }: { lines: readonly Line[] }) {
  const text = useWords(policyWords)
  if (lines.length === 0) return <p className="muted">{text.sameAsInForce}</p>
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same'),
  )
  return (
    <details>
      <summary>{text.linesChanged}</summary>
      <ScrollRegion label={text.linesChanged}>
        <pre className="policy-lines">
          {lines.map((line, at) =>
            near[at] ? (
              // Lines have no names but their places.
              // oxlint-disable-next-line react/no-array-index-key
              <Shown key={at} line={line} />
            ) : (
              // oxlint-disable-next-line react/no-array-index-key
              near[at - 1] && <span key={at}>{'  …\n'}</span>
            ),
          )}
        </pre>
      </ScrollRegion>
    </details>
  )
}

function Shown({ line: { kind, text } }: { line: Line }) {
  if (kind === 'same') return <span>{`  ${text}\n`}</span>
  return kind === 'was' ? (
    <del className="was">{`- ${text}\n`}</del>
  ) : (
    <ins className="becomes">{`+ ${text}\n`}</ins>
  )
}
