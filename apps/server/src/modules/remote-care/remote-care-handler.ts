import { ClaimContent } from '@yichuang/contracts'
import type { CaseHandler } from '../cases/index.ts'
import { insertApplication, readApplication, updateContent } from './application.queries.ts'
import { checkRemote, handInRemote } from './check.service.ts'

const NOTHING = { hospitalName: null, total: null } as const

/** What the engine asks at the acts of a filing of care elsewhere. */
export const remoteCareHandler: CaseHandler = {
  withoutBills: true,
  async begin(db, ref, { personId, content }) {
    await insertApplication(db, ref, personId, onlyRemote(content ?? EMPTY))
    return NOTHING
  },
  async save(db, ref, content) {
    await updateContent(db, ref, onlyRemote(content))
    return NOTHING
  },
  async view(db, ref) {
    const { content } = await readApplication(db, ref)
    return { content, situation: {}, coding: null, calculation: null, decision: null }
  },
  situation: async () => ({}),
  check: (db, _ref, at) => checkRemote(db, at),
  handIn: (db, _ref, at) => handInRemote(db, at),
  async release() {
    // A draft that is withdrawn has filed nothing.
  },
  async propose() {
    throw new Error('A filing is in force with its hand-in: nobody proposes')
  },
  async decide() {
    throw new Error('A filing is in force with its hand-in: nobody decides')
  },
  async correctPayee() {
    throw new Error('A filing pays nobody')
  },
  payees: async () => [],
  findByBill: async () => [],
}

const EMPTY = ClaimContent.parse({ remote: {} })

/** Bills, account and telephone are no part of a filing, whatever was sent. */
function onlyRemote({ remote = EMPTY.remote, note }: ClaimContent): ClaimContent {
  return { ...EMPTY, remote, note }
}
