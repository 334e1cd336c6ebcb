import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api.ts'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useCase } from './case-context.tsx'
import { certainEntry, fromCatalogue, linesOf } from './coding.ts'
import { codingWords } from './coding-words.ts'
import { useCoding } from './coding-state.tsx'

/** Codes the lines that have exactly one entry in the catalogue; every other line stays for the reviewer. */
export function FillFromCatalogue() {
  const { view } = useCase()
  const { rows, change } = useCoding()
  const text = useWords(codingWords)
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const [outcome, setOutcome] = useState('')
  const [error, setError] = useState<unknown>(null)

  const fill = async () => {
    const open = linesOf(view).filter(({ lineId }) => rows.find((row) => row.lineId === lineId)?.class === '')
    const found = new Map<string, Parameters<typeof fromCatalogue>[1]>()
    setError(null)
    try {
      for (const [index, { lineId, line }] of open.entries()) {
        setProgress({ done: index, all: open.length })
        const q = (line.code || line.name).slice(0, 60)
        const { items } = await call('findFeeItems', { query: { regionCode: view.regionCode, q } })
        const entry = certainEntry(line, items)
        if (entry) found.set(lineId, entry)
      }
      setOutcome(text.filled(found.size, open.length))
    } catch (problem) {
      setError(problem)
    }
    setProgress(null)
    if (found.size === 0) return
    change(rows.map((row) => (found.has(row.lineId) ? fromCatalogue(row, found.get(row.lineId)!) : row)))
  }
  useKeys({ c: () => void (progress === null && fill()) })
  return (
    <span className="row">
      <Button
        type={rows.some((row) => row.class === '') ? 'primary' : 'default'}
        loading={progress !== null}
        title="c"
        onClick={() => void fill()}
      >
        {text.fill}
      </Button>
      <output className="muted small">
        {progress ? text.filling(progress.done, progress.all) : outcome}
      </output>
      <ProblemAlert error={error} />
    </span>
  )
}
