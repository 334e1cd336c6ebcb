import { plainDate } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { benefitChain, loadPacks, type Pack } from '@yichuang/policy'
import { sha256 } from '../../packs/index.ts'
import type { Database, Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { explanationOf, libraryFiles, type Packs } from '../catalogue/index.ts'
import { readCase } from '../cases/index.ts'
import { decisionFacts, workOut } from '../claims/index.ts'
import { candidateOf, netChanges } from './candidate.ts'
import { editsOf } from './draft.queries.ts'
import { TrialCaseUnknown } from './policy-room.problems.ts'
import { underLeaders } from './trial/under.ts'
import type { TrialRow } from './trial.queries.ts'

/** One decision under both rules of a trial, each with its explanation. Throws `trial-case-unknown`. */
export async function trialCase(
  database: Database,
  packs: Packs,
  trial: TrialRow,
  ref: { readonly regionCode: string; readonly caseId: string },
  language: Language,
) {
  const db = database.forRegion(ref.regionCode)
  const facts = await decisionFacts(db, ref)
  const packId = packs.served().find(({ regionCode }) => regionCode === ref.regionCode)?.id
  if (!facts || packId === undefined) throw TrialCaseUnknown()
  const row = await readCase(db, ref)
  const on = trial.asIf ?? plainDate(facts.scheme.on)
  const { acting } = packs.current(ref.regionCode)
  const sides = await sidesOf(database.db, packs, trial, packId)
  const [inForce, draft] = sides.map((pack) => underLeaders(pack, acting)) as [Pack, Pack]
  const side = (pack: Pack) => {
    const scheme = benefitChain(pack, { ...facts.scheme, on })
    if (!('basic' in scheme))
      return { fund: null, explanation: null, missing: scheme.map(({ sentence }) => sentence[language]) }
    const { amounts, trace } = workOut(scheme, facts.claim)
    return { fund: amounts.fund, explanation: explanationOf(trace, language), missing: [] }
  }
  return {
    number: row?.number ?? null,
    on: on satisfies PlainDate,
    inForce: side(inForce),
    draft: side(draft),
  }
}

/** The packs a trial ran on, whatever is in force by now. */
async function sidesOf(db: Db, packs: Packs, trial: TrialRow, packId: string): Promise<[Pack, Pack]> {
  const library = packs.library()
  const files = library.hash === trial.inForceHash ? library.files : await libraryFiles(db, trial.inForceHash)
  const before = files && load(files)
  if (!before) throw TrialCaseUnknown()
  const edits = (await editsOf(db, trial.draftId)).filter(({ version }) => version <= trial.draftVersion)
  const { packs: after } = candidateOf({ ...library, files, packs: before }, netChanges(edits))
  const [inForce, draft] = [before.get(packId), after.get(packId)]
  if (!inForce || !draft) throw TrialCaseUnknown()
  return [inForce, draft]
}

function load(files: ReadonlyMap<string, string>): ReadonlyMap<string, Pack> | undefined {
  const answer = loadPacks(files, sha256)
  return answer.ok ? answer.packs : undefined
}
