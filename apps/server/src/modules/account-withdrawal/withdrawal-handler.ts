import { ClaimContent } from '@yichuang/contracts'
import type { CaseHandler } from '../cases/index.ts'
import { sealedContent } from '../claims/index.ts'
import { checkWithdrawal, handInWithdrawal } from './check.service.ts'
import { decideWithdrawal, proposeWithdrawal } from './decide.service.ts'
import { correctPayee } from './payee.service.ts'
import { situationOf, withdrawalView } from './view.service.ts'
import { around } from './withdrawals-world.ts'
import {
  freeAccount,
  insertWithdrawal,
  readPayees,
  readWithdrawal,
  updateContent,
} from './withdrawal.queries.ts'

const NOTHING = { hospitalName: null, total: null } as const

/** What the engine asks at the acts of a withdrawal of the personal account (个人账户一次性支取). */
export const withdrawalHandler: CaseHandler = {
  // It is the end of the insurance that the account is paid out for.
  afterInsurance: true,
  async begin(db, ref, { personId, content }) {
    await insertWithdrawal(db, ref, personId, sealed(content ?? EMPTY))
    return NOTHING
  },
  async save(db, ref, content) {
    await updateContent(db, ref, sealed(content))
    return NOTHING
  },
  view: withdrawalView,
  async situation(db, ref) {
    return situationOf((await readWithdrawal(db, ref)).content)
  },
  check: (db, _ref, at) => checkWithdrawal(db, at),
  handIn: (db, _ref, at) => handInWithdrawal(db, at),
  async release(db, ref) {
    await freeAccount(db, ref, (await readWithdrawal(db, ref)).personId)
  },
  propose: (db, _ref, at, proposal) => proposeWithdrawal(db, at, proposal),
  decide: (db, _ref, at, decision) => decideWithdrawal(db, at, decision),
  correctPayee: (db, _ref, at, payee) => correctPayee(db, at, payee),
  payees: readPayees,
  findByBill: async () => [],
}

const EMPTY = ClaimContent.parse({ withdrawal: {} })

/** Bills and visit are no part of a withdrawal, whatever was sent. */
function sealed({ withdrawal = EMPTY.withdrawal, payee, phone, note }: ClaimContent) {
  const { cipher, blindIndex } = around()
  return sealedContent({ ...EMPTY, withdrawal, payee, phone, note }, cipher, blindIndex)
}
