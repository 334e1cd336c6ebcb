import { reimburse, type BenefitClaim, type ClaimLine } from '@yichuang/benefits'
import { plainDate, ratio, type Fen } from '@yichuang/kernel'
import {
  benefitScheme,
  loadPacks,
  readWorkbookOf,
  workbookEdits,
  workbookOf,
  type Pack,
  type SchemeFacts,
} from '@yichuang/policy'
import type pg from 'pg'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { amountsOf } from '../apps/server/src/modules/catalogue/index.ts'
import { packReplay } from '../apps/server/src/modules/claims/index.ts'
import type { ProcessMessage, ProcessTask } from '../apps/server/src/modules/policy-room/trial/process.ts'
import { startTrial } from '../apps/server/src/modules/policy-room/trial.service.ts'
import { readPackFolder, sha256 } from '../apps/server/src/packs/index.ts'
import type { Connection } from '../apps/server/src/platform/postgres/index.ts'

export interface TrialFigures {
  /** seconds from the start of the process to the stored result, all decisions of a city under a draft that changes figures */
  readonly trial_1m_s: number
  /** decisions whose answer the draft changed; 0 would mean that nothing was measured */
  readonly trial_changed: number
  /** most resident memory of the trial's process, MB; with all that Node itself takes */
  readonly trial_memory_mb: number
}

export const REGION = '330600'
export const PACK = 'cn-33-06-shaoxing'
/** different decisions; the rest repeat them under ids of their own */
const PATTERNS = 4000
const TEN = 10

/**
 * Fills the packed decisions of one city and tries a draft over all of them: the city's own benefit tables with another
 * deductible. `sql` is a superuser's connection to the database that the application reaches through `access`.
 */
export async function benchTrial(
  sql: pg.Client,
  access: { readonly connection: Connection; readonly assumeAppRole: boolean },
  decisions: number,
): Promise<TrialFigures> {
  const files = await readPackFolder()
  const packs = load(files)
  await fill(sql, packs.get(PACK)!, decisions)
  const task: ProcessTask = {
    access,
    inForce: files,
    draft: draftOver(files, packs),
    places: new Map([[REGION, PACK]]),
    acting: new Map(),
    asIf: null,
    today: plainDate('2020-10-15'),
  }
  const begin = performance.now()
  const result = await runTrial(task)
  const seconds = (performance.now() - begin) / 1000
  if (result.decisions !== decisions)
    throw new Error(`The trial saw ${result.decisions} of ${decisions} decisions`)
  if (result.drifted !== 0) throw new Error(`${result.drifted} decisions did not give their own answer again`)
  if (result.changed === 0) throw new Error('The trial changed nothing, so it measured nothing')
  return {
    trial_1m_s: Math.round(seconds * 100) / 100,
    trial_changed: result.changed,
    trial_memory_mb: Math.round(result.mostBytes / 1e6),
  }
}

/** Runs a trial in a process of its own, as the server does; `mostBytes` is the most memory that process held. */
export function runTrial(task: ProcessTask) {
  return new Promise<{ decisions: number; changed: number; drifted: number | null; mostBytes: number }>(
    (resolve, reject) => {
      const child = startTrial(task)
      let mostBytes = 0
      const sampling = setInterval(() => (mostBytes = Math.max(mostBytes, residentBytes(child.pid!))), 50)
      child.on('message', (message: ProcessMessage) => {
        if (message.kind === 'done') resolve({ ...message.outcome.result, mostBytes })
        else if (message.kind === 'failed') reject(new Error(message.message))
      })
      child.on('close', () => {
        clearInterval(sampling)
        reject(new Error('The trial ended without a result'))
      })
    },
  )
}

function residentBytes(pid: number): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return Number(pages) * 4096
  } catch {
    return 0
  }
}

/** The borrowed figures as the city's own, with 2,000 yuan of deductible at tertiary hospitals. */
export function draftOver(
  files: ReadonlyMap<string, string>,
  packs: ReadonlyMap<string, Pack>,
): ReadonlyMap<string, string> {
  const sheets = workbookOf(packs.get(PACK)!).map(({ name, headings, rows }) => ({
    name,
    merged: [],
    rows: [headings, ...rows].map((row) => row.map((text) => ({ text }))),
  }))
  const [head, ...rows] = sheets.find(({ name }) => name === '待遇表')!.rows
  const column = (heading: string) => head!.findIndex(({ text }) => text === heading)
  for (const row of rows) {
    const borrowed = row[column('借用的值')]!.text
    if (borrowed === '') continue
    const planted = row[column('部分')]!.text === '起付标准' && row[column('医院级别')]!.text === 'tertiary'
    row[column('值')] = { text: planted ? '2000.00' : borrowed }
    row[column('施行日')] = { text: '2020-01-01' }
    row[column('文件')] = { text: 'shaoxing-2020-9' }
    row[column('条款')] = { text: '二（三）' }
    row[column('原文')] = { text: '确保患者得到及时救治' }
  }
  const read = readWorkbookOf(packs.get(PACK)!, sheets)
  if (!read.ok) throw new Error(`The workbook of the benchmark is at fault: ${read.faults[0]?.what.en}`)
  return new Map([...files, ...workbookEdits(files, packs, PACK, read)])
}

async function fill(sql: pg.Client, pack: Pack, decisions: number): Promise<void> {
  const records = Array.from({ length: PATTERNS }, (_, at) => recordOf(pack, at))
  await sql.query('truncate claims.replay')
  await sql.query(
    `insert into claims.replay (region_code, case_id, record)
     select $1, lpad(to_hex(i), 32, '0')::uuid, ($2::bytea[])[1 + i % $3] from generate_series(1, $4) as i`,
    [REGION, records, PATTERNS, decisions],
  )
  await sql.query('vacuum analyze claims.replay')
}

/** A decision of ten lines; which hospital, person and amounts follows from its number. */
function recordOf(pack: Pack, at: number): Buffer {
  const scheme: SchemeFacts = {
    insurance: at % 3 === 0 ? 'resident' : 'employee',
    kind: 'inpatient',
    level: (['primary', 'secondary', 'tertiary'] as const)[at % 3]!,
    personClass: at % 3 === 0 ? 'resident-adult' : at % 2 === 0 ? 'retired' : 'active',
    carePlace: 'local',
    on: plainDate(`2020-${String((at % 9) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`),
  }
  const compiled = benefitScheme(pack, scheme)
  if (!('bands' in compiled)) throw new Error('The pack of the benchmark has no rules for its cases')
  const used = ((at * 7919) % 5_000_000) as Fen
  const claim: BenefitClaim = {
    lines: Array.from({ length: TEN }, (_, line): ClaimLine => ({
      id: String(line),
      name: '',
      amount: (((at * 31 + line * 977) % 900_000) + 1000) as Fen,
      class: (['A', 'B', 'C'] as const)[(at + line) % 3]!,
      selfPayRatio: ratio((at + line) % 3 === 1 ? '0.1' : '0'),
    })),
    accumulators: {
      year: 2020,
      deductibleUsed: 0 as Fen,
      inScopeUsed: used,
      fundPaid: used,
      admissions: at % 4,
    },
  }
  return packReplay({ scheme, claim, amounts: amountsOf(reimburse(compiled, claim)), decidedOn: scheme.on })
}

export function load(files: ReadonlyMap<string, string>): ReadonlyMap<string, Pack> {
  const answer = loadPacks(files, sha256)
  if (!answer.ok) throw new Error(`The packs do not load: ${answer.faults[0]?.what}`)
  return answer.packs
}
