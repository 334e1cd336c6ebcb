import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { benchEngines, type EngineFigures } from './engines.ts'
import { benchPackLoad, type PackLoadFigures } from './pack-load.ts'
import { withDatabase } from './server.ts'
import { benchTrial, type TrialFigures } from './trial.ts'

export type PolicyFigures = EngineFigures & PackLoadFigures & TrialFigures

/** Loading a large pack, the same decisions by other rule engines, and a trial over so many stored decisions. */
export async function benchPolicy(options: {
  readonly decisions: number
  readonly seconds: number
  readonly smoke: boolean
  readonly tell: (text: string) => void
}): Promise<PolicyFigures> {
  const { decisions, seconds, smoke, tell } = options
  tell('loading a large pack; other rule engines')
  const figures = { ...(await benchPackLoad({ smoke })), ...(await benchEngines({ seconds, smoke })) }
  tell(`a trial over ${decisions.toLocaleString('en')} decisions`)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yichuang-trial-'))
  try {
    const trial = await withDatabase(dataDir, (sql, app) =>
      benchTrial(sql, { connection: app, assumeAppRole: false }, decisions),
    )
    return { ...figures, ...trial }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
