import type { TrialResult } from '@yichuang/contracts'
import { useMemo, useState } from 'react'
import { useLanguage } from '../../../shared/language.ts'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Chart } from '../supervision/Chart.tsx'
import { SimpleTable } from '../supervision/SimpleTable.tsx'
import { TrialCase } from './TrialCase.tsx'
import { bucketName, distributionChart, monthChart, signed } from './trial-charts.ts'
import { policyWords } from './words.ts'
import '../supervision/supervision.css'

/** Who wins and loses, by how much, what it costs, which days move, and the cases behind it. */
export function TrialFigures({
  trialId,
  result,
  hash,
}: {
  trialId: string
  result: TrialResult
  hash: string
}) {
  const text = useWords(policyWords)
  const months = useMemo(() => monthChart(result, text), [result, text])
  const spread = useMemo(() => distributionChart(result, text), [result, text])
  const { deadlines } = result
  return (
    <>
      <Sums result={result} />
      <p className="flat">{text.deadlines(deadlines.running, deadlines.earlier, deadlines.later)}</p>
      <p className="flat">{text.synthetic(result.synthetic.tried, result.synthetic.changed)}</p>
      <div className="charts">
        <Chart
          title={text.perMonth}
          option={months}
          table={
            <SimpleTable
              caption={text.perMonth}
              head={[text.month, text.fundBefore, text.fundAfter]}
              rows={result.months.map(({ month, before, after }) => [
                month,
                showYuan(before),
                showYuan(after),
              ])}
            />
          }
        />
        {result.changed > 0 && (
          <Chart
            title={text.distribution}
            option={spread}
            table={
              <SimpleTable
                caption={text.distribution}
                head={[text.difference, text.cases]}
                rows={result.distribution.map((bucket) => [bucketName(bucket), bucket.count])}
              />
            }
          />
        )}
      </div>
      <Groups result={result} />
      <Cases trialId={trialId} result={result} />
      <p className="muted small hash">
        {text.seconds(result.seconds)} · {text.hash} <code>{hash}</code>
      </p>
    </>
  )
}

function Sums({ result }: { result: TrialResult }) {
  const text = useWords(policyWords)
  const figures: [string, string | number][] = [
    [text.decisions, result.decisions],
    [text.changedCases, result.changed],
    [text.winners, result.winners],
    [text.losers, result.losers],
    [text.unanswered, result.unanswered],
    ...(result.drifted === null ? [] : [[text.drifted, result.drifted] as [string, number]]),
    [text.fundBefore, showYuan(result.before)],
    [text.fundAfter, showYuan(result.after)],
  ]
  return (
    <dl className="policy-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'number' ? value.toLocaleString('en') : value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Groups({ result }: { result: TrialResult }) {
  const text = useWords(policyWords)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const changed = result.groups.filter((group) => group.changed > 0).slice(0, 40)
  if (changed.length === 0) return null
  return (
    <ScrollRegion label={text.groups}>
      <SimpleTable
        caption={text.groups}
        head={[text.group, text.cases, text.changedCases, text.fundBefore, text.fundAfter]}
        rows={changed.map(({ group, decisions, changed, before, after }) => [
          group[language],
          decisions,
          changed,
          showYuan(before),
          showYuan(after),
        ])}
      />
    </ScrollRegion>
  )
}

const SHOWN = 50

function Cases({ trialId, result }: { trialId: string; result: TrialResult }) {
  const text = useWords(policyWords)
  const [opened, setOpened] = useState<{ regionCode: string; caseId: string }>()
  if (result.cases.length === 0) return <p className="muted">{text.noCases}</p>
  return (
    <ScrollRegion label={text.biggest}>
      <table className="plain">
        <caption>{text.biggest}</caption>
        <thead>
          <tr>
            <th scope="col">{text.open}</th>
            <th scope="col" className="num">
              {text.inForceSide}
            </th>
            <th scope="col" className="num">
              {text.draftSide}
            </th>
            <th scope="col" className="num">
              {text.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.cases.slice(0, SHOWN).map(({ regionCode, caseId, before, after }, index) => (
            <tr key={caseId}>
              <td>
                <button type="button" className="text-link" onClick={() => setOpened({ regionCode, caseId })}>
                  {text.open} {index + 1}
                </button>
              </td>
              <td className="num">{showYuan(before)}</td>
              <td className="num">{showYuan(after)}</td>
              <td className="num">{signed(before, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened && <TrialCase trialId={trialId} {...opened} onClose={() => setOpened(undefined)} />}
    </ScrollRegion>
  )
}
