import { Alert, Button, Radio } from 'antd'
import { Fragment, useState } from 'react'
import { Problem } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import type { Draft } from './DraftPage.tsx'
import { policyWords } from './words.ts'

interface Conflict {
  readonly file: string
  readonly line: number
  readonly inForce: string
  readonly draft: string
}
type Side = 'draft' | 'in-force'

/** A draft that was overtaken: what was published meanwhile, and the way onto it. Where both changed the same lines, one chooses. */
export function Rebase({ draft, writes }: { draft: Draft; writes: boolean }) {
  const text = useWords(policyWords)
  const [keep, setKeep] = useState<Record<string, Side>>({})
  const rebase = useAct('rebaseDraft', () => refresh('getDraft', 'listDrafts'))
  const { draftId, version } = draft
  const told = rebase.error instanceof Problem && rebase.error.code === 'rebase-conflicts'
  const conflicts = told ? ((rebase.error as Problem).more['conflicts'] as Conflict[]) : []
  const files = [...new Set(conflicts.map(({ file }) => file))]
  const undecided = files.some((file) => keep[file] === undefined)
  return (
    <section className="panel stack policy-overtaken">
      <Alert type="warning" showIcon title={text.outdated} description={draft.outdated.join('、')} />
      {files.length > 0 && <p>{text.conflictTitle}</p>}
      {files.map((file) => (
        <fieldset key={file} className="stack tight">
          <legend>
            <code>{file}</code>
          </legend>
          {conflicts
            .filter((conflict) => conflict.file === file)
            .map(({ line, inForce, draft: own }) => (
              <div key={line} className="policy-two">
                <figure className="flat">
                  <figcaption className="muted small">
                    {text.inForceSays} · {text.conflictLine(line)}
                  </figcaption>
                  <Lines text={inForce} other={own} />
                </figure>
                <figure className="flat">
                  <figcaption className="muted small">{text.draftSays}</figcaption>
                  <Lines text={own} other={inForce} />
                </figure>
              </div>
            ))}
          <Radio.Group
            value={keep[file]}
            onChange={({ target }) => setKeep({ ...keep, [file]: target.value as Side })}
            options={[
              { value: 'in-force', label: text.keepInForce },
              { value: 'draft', label: text.keepDraft },
            ]}
          />
        </fieldset>
      ))}
      {!told && <ProblemAlert error={rebase.error} />}
      {writes && (
        <p className="row flat">
          <Button
            type="primary"
            loading={rebase.isPending}
            disabled={undecided}
            onClick={() => rebase.mutate({ params: { draftId }, body: { version, keep } })}
          >
            {text.rebase}
          </Button>
          <span className="muted">{text.rebaseNote}</span>
        </p>
      )}
    </section>
  )
}

/** The lines only this side has, marked, each with the line before it; what both say alike is left out. */
function Lines({ text, other }: { text: string; other: string }) {
  const theirs = new Set(other.split('\n'))
  const lines = text.split('\n').map((line, at) => ({ line, at, own: !theirs.has(line) }))
  const shown = lines.filter(({ own, at }) => own || lines[at + 1]?.own)
  return (
    <pre className="policy-lines">
      {shown.length === 0 && '—'}
      {shown.map(({ line, at, own }, place) => (
        <Fragment key={at}>
          {at > (shown[place - 1]?.at ?? -1) + 1 && '⋯\n'}
          {own ? <mark>{line}</mark> : line}
          {'\n'}
        </Fragment>
      ))}
    </pre>
  )
}
