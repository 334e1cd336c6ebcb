import type { Remedy } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts, type DecisionInput, type ProposalInput } from '../cases/index.ts'
import { Findings } from '../claims/index.ts'
import type { DecisionContent } from '../letters/index.ts'
import { freeSettlement, insertDecision, readObjection, updateRemedy } from './objection.queries.ts'

/** Keeps how it is to be put right; to uphold an objection without saying so would help nobody. */
export async function proposeObjection(
  db: Db,
  at: CaseFacts,
  { outcome, remedy }: ProposalInput,
): Promise<{ readonly fund: null }> {
  if (outcome === 'grant' && remedy === undefined) {
    const found = new Findings(at.language)
    found.fault('remedy', 'remedy-missing', {
      zh: '没有选择怎样更正。请选择：由医疗机构撤销后重新结算，或由经办机构更正。',
      en: 'It is not said how this is put right. Choose: settled again by the institution, or corrected by the agency.',
    })
    throw ContentFaulty({ faults: found.faults })
  }
  await updateRemedy(db, at, outcome === 'grant' ? remedy! : null)
  return { fund: null }
}

/** Makes the answer final. No money moves here: the remedy is the institution's or the correction's. */
export async function decideObjection(
  db: Db,
  at: CaseFacts,
  { outcome, reason, proposal }: DecisionInput,
): Promise<{ readonly fund: null; readonly letterContent: DecisionContent }> {
  const { pack } = at
  const row = await readObjection(db, at)
  const remedy = outcome === 'granted' ? row.remedy : null
  await insertDecision(db, at, {
    settlementId: row.settlementId!,
    decidedOn: at.today,
    decidedAt: at.now,
    outcome,
    remedy,
    byId: at.actor.id!,
    byName: at.actor.name,
    reviewedById: proposal.byUserId,
    reviewedByName: proposal.by,
    reason,
    pack,
  })
  await freeSettlement(db, at)
  return {
    fund: null,
    letterContent: {
      outcome,
      reason,
      amounts: null,
      explanation: null,
      borrowed: null,
      missing: [],
      pack: { id: pack.id, version: pack.version, hash: pack.hash },
      traceHash: null,
      answer: {
        sentence:
          outcome === 'granted'
            ? `经审核，您对结算 ${row.settlementId} 的异议成立。`
            : `经审核，您对结算 ${row.settlementId} 的异议不成立。`,
        follows: [
          ...(row.word === null ? [] : [`${row.wordBy}于 ${row.wordOn} 的说明：${row.word}`]),
          ...(remedy === null ? [] : [FOLLOWS[remedy]]),
        ],
        message: outcome === 'granted' ? 'upheld' : 'rejected',
      },
    },
  }
}

const FOLLOWS: Readonly<Record<Remedy, string>> = {
  resettle:
    '由就诊的医疗机构撤销原结算后重新结算，多收的费用由该机构退还；新的结算会出现在“我的结算”中，原结算标明已撤销。',
  correct: '由经办机构更正本次结算，应当补付的付给您本人，更正的结果另行书面告知。',
}
