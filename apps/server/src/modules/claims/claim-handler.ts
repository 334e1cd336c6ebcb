import { ClaimContent } from '@yichuang/contracts'
import { formatYuan, parseBillField, sumFen } from '@yichuang/kernel'
import type { CaseHandler } from '../cases/index.ts'
import { casesWithBill, deleteBills } from './bill.queries.ts'
import { checkClaim, handInClaim } from './check.service.ts'
import { insertClaim, readPayees, readVisitFacts, updateContent } from './claim.queries.ts'
import { around } from './claims-world.ts'
import { decideClaim } from './decide.service.ts'
import { Findings } from './findings.ts'
import { sealedContent } from './open-content.ts'
import { correctPayee } from './payee.service.ts'
import { proposeClaim } from './review.service.ts'
import { readAmount } from './typed.ts'
import { claimView } from './view.service.ts'

const EMPTY = ClaimContent.parse({})

/** What the engine asks at the acts of a claim (医疗费用手工报销); one handler for in-patient and out-patient care. */
export const claimHandler: CaseHandler = {
  async begin(db, ref, { personId, content = EMPTY }) {
    const { cipher, blindIndex } = around()
    await insertClaim(db, ref, personId, sealedContent(ofClaim(content), cipher, blindIndex))
    return shownOf(content)
  },
  async save(db, ref, content) {
    const { cipher, blindIndex } = around()
    await updateContent(db, ref, sealedContent(ofClaim(content), cipher, blindIndex))
    return shownOf(content)
  },
  view: claimView,
  async situation(db, ref) {
    const { carePlace = 'local', accident = false } = await readVisitFacts(db, ref)
    return { carePlace, accident }
  },
  check: (db, _ref, at) => checkClaim(db, at),
  handIn: (db, _ref, at) => handInClaim(db, at),
  release: (db, ref) => deleteBills(db, ref),
  propose: (db, _ref, at, proposal) => proposeClaim(db, at, proposal),
  decide: (db, _ref, at, decision) => decideClaim(db, at, decision),
  correctPayee: (db, _ref, at, payee) => correctPayee(db, at, payee),
  payees: readPayees,
  findByBill: (db, regionCode, number) => casesWithBill(db, regionCode, billNumber(number)),
}

/** A claim is no withdrawal, whatever was sent. */
function ofClaim({ withdrawal: _none, ...content }: ClaimContent): ClaimContent {
  return content
}

function shownOf(content: ClaimContent) {
  return { hospitalName: content.visit.hospitalName || null, total: totalTyped(content) }
}

/** The sum of the amounts that can be read already, for lists. */
function totalTyped({ bills }: ClaimContent): string | null {
  const nobody = new Findings('zh')
  const amounts = bills.flatMap(({ amount }) => readAmount(nobody, '', { zh: '', en: '' }, amount) ?? [])
  return amounts.length === 0 ? null : formatYuan(sumFen(amounts))
}

function billNumber(text: string): string {
  const read = parseBillField('number', text)
  return read.ok ? read.value : text
}
