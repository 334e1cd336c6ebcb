import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { misusedTool, toolOptions } from '../apps/server/src/cli/tool-options.ts'
import { benchBenefits } from './benefits.ts'
import { benchPolicy } from './policy.ts'
import { portalKilobytes } from './portal.ts'
import { asTable, circumstances, keepResults, type Figures } from './report.ts'
import { benchSettlement } from './settlement.ts'
import { FULL, SMOKE, type Size } from './size.ts'
import { measureFilled, measureRaw, playEmpty } from './stages.ts'
import { fill } from './fill.ts'
import { withDatabaseAlone } from './server.ts'
import { round } from './stats.ts'

const HELP = `npm run bench -- [options]
  --smoke        everything small, to see that it works; its figures mean nothing
  --json         one JSON object on standard output instead of the table
  --only PART    benefits, cases, settlement or policy alone, again for several; the others' figures stay as they were
  --cases N      so many stored cases instead of 1,000,000
  --data DIR     keep the data there
  --filled       the directory of --data is full from a run before: measure it as it is, without growth
  --minutes N    how long the rate of settlements is measured instead of 10
  --plans        the whole plan of every statement instead of one line each`

const values = toolOptions(
  {
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    cases: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    data: { type: 'string' },
    filled: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  HELP,
)

const PARTS = ['benefits', 'cases', 'settlement', 'policy']

type Tell = (text: string) => void

if (values.help) console.log(HELP)
else await main()

async function main(): Promise<void> {
  const standard = values.smoke ? SMOKE : FULL
  const size: Size = { ...standard, cases: Number(values.cases ?? standard.cases) }
  if (!Number.isInteger(size.cases) || size.cases < 1000)
    misusedTool('--cases 应为 1000 以上的整数。', '--cases must be 1000 or more.', HELP)
  if (!(Number(values.minutes) > 0))
    misusedTool('--minutes 应大于 0。', '--minutes must be more than 0.', HELP)
  const parts = values.only ?? PARTS
  const unknown = parts.find((part) => !PARTS.includes(part))
  if (unknown !== undefined)
    misusedTool(`--only 没有 ${unknown}。`, `--only knows ${PARTS.join(', ')}, not ${unknown}.`, HELP)
  const begin = performance.now()
  const tell = (text: string) =>
    console.error(`[${((performance.now() - begin) / 1000).toFixed(0).padStart(4)} s] ${text}`)

  const figures: Figures = {}
  if (parts.includes('benefits')) await measureBenefits(size, figures, tell)
  if (parts.includes('cases')) await measureCases(size, figures, tell)
  if (parts.includes('settlement'))
    Object.assign(
      figures,
      await benchSettlement({
        settlements: size.cases,
        people: size.people,
        minutes: Number(values.minutes),
        smoke: values.smoke,
        tell,
      }),
    )
  // Last: a million rows written and thrown away keep the disk busy for a while, and would slow what follows.
  if (parts.includes('policy'))
    Object.assign(
      figures,
      await benchPolicy({ decisions: size.cases, seconds: size.seconds / 10, smoke: values.smoke, tell }),
    )
  const result: Figures = { ...circumstances(), cases: size.cases, ...figures }
  if (!values.smoke && size.cases === FULL.cases) keepResults(result, parts)
  console.log(values.json ? JSON.stringify(result) : `\n${asTable(result, size.cases)}`)
}

async function measureBenefits(size: Size, figures: Figures, tell: Tell): Promise<void> {
  tell('benefit calculation')
  Object.assign(figures, benchBenefits({ seconds: size.seconds / 5, smoke: values.smoke }))
  figures['portal_js_gz_kb'] = portalKilobytes()
  if (figures['portal_js_gz_kb'] === undefined)
    tell('the portal is not built (npm run build): its size is left out')
}

async function measureCases(size: Size, figures: Figures, tell: Tell): Promise<void> {
  const dataDir = values.data
    ? path.resolve(values.data)
    : mkdtempSync(path.join(tmpdir(), 'yichuang-bench-'))
  try {
    await measureServer(dataDir, size, figures, tell)
  } finally {
    if (!values.data) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureServer(dataDir: string, size: Size, figures: Figures, tell: Tell): Promise<void> {
  if (!values.filled) {
    Object.assign(figures, await playEmpty(dataDir, size, tell))
    const filled = await withDatabaseAlone(dataDir, false, (connect) =>
      fill(connect, { cases: size.cases, people: size.people, tell }),
    )
    figures['fill_s'] = round(filled.seconds, 0)
    figures['database_gb'] = filled.gigabytes
  }
  Object.assign(figures, await measureFilled(dataDir, size, tell))
  const [filled, empty] = [figures['lifecycles_per_s_1m'], figures['lifecycles_per_s_empty']]
  if (typeof filled === 'number' && typeof empty === 'number')
    figures['lifecycles_growth'] = round(empty / filled, 2)
  Object.assign(figures, await measureRaw(dataDir, size, { tell, wholePlans: values.plans }))
  if (typeof filled === 'number')
    figures['lifecycles_share_of_pgbench'] = round(filled / Number(figures['raw_lifecycles_per_s']), 2)
}
