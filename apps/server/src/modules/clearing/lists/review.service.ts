import type { SettlementList } from '@yichuang/contracts'
import { formatYuan, type Fen } from '@yichuang/kernel'
import { transactions, type NodeSpec } from '@yichuang/hsa'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { Db } from '../../../platform/db.ts'
import { defineProblem } from '../../../platform/problem.ts'
import { record } from '../../audit/index.ts'
import { findHospital } from '../../organisations/index.ts'
import type { Hand } from '../world.ts'
import { findList, listsHandedIn, lockList, moveList, type ListRow } from './list.queries.ts'
import { contentOf } from './told.ts'

export const ListNotFound = defineProblem({
  code: 'settlement-list-not-found',
  status: 404,
  title: { zh: '没有这份结算清单', en: 'There is no such settlement list' },
  mend: { zh: '请从清单列表中选择。', en: 'Choose one from the list.' },
})
export const ListChanged = defineProblem({
  code: 'settlement-list-changed',
  status: 409,
  title: {
    zh: '这份清单刚刚有了变化，或不在待审核之列',
    en: 'The list has just changed, or does not wait for review',
  },
  mend: { zh: '请刷新后查看最新情况。', en: 'Reload and look at what is new.' },
})
export const ReasonMissing = defineProblem({
  code: 'settlement-list-reason',
  status: 422,
  title: { zh: '审核不通过需要写明原因', en: 'What does not pass needs a reason' },
  mend: { zh: '请写明原因，机构据此改正。', en: 'Give the reason, by which the institution corrects it.' },
})

const HANDED_IN = '1'

/** Lists that wait for review. */
export async function waitingLists(db: Db, regionCode: string): Promise<SettlementList[]> {
  const rows = await listsHandedIn(db, regionCode)
  const views: SettlementList[] = []
  for (const row of rows) views.push(await listView(db, row))
  return views
}

/** A list with every field that was sent, under its name in the standard. That somebody read it is recorded. */
export async function readList(
  db: Db,
  regionCode: string,
  settlementId: string,
  cipher: FieldCipher,
  by: Hand,
) {
  const row = await findList(db, regionCode, settlementId)
  if (!row) throw ListNotFound()
  await note(db, regionCode, row, by, 'settlement-list-read', {})
  const content = contentOf(cipher, row) as unknown as Record<string, unknown>
  const nodes = transactions['4101'].input.map((node) => ({
    name: NODE_NAMES[node.path] ?? node.path,
    rows: [content[node.path] ?? []].flat().map((sent) => fieldsOf(node, sent as Record<string, unknown>)),
  }))
  return { list: await listView(db, row), nodes: nodes.filter(({ rows }) => rows.length > 0) }
}

/** Lets a list that was handed in pass, or not. In a transaction. */
export async function reviewList(
  db: Db,
  regionCode: string,
  asked: {
    readonly settlementId: string
    readonly version: number
    readonly passes: boolean
    readonly reason?: string | undefined
  },
  by: Hand,
): Promise<SettlementList> {
  const row = await lockList(db, regionCode, asked.settlementId)
  if (!row) throw ListNotFound()
  if (row.version !== asked.version || row.state !== HANDED_IN) throw ListChanged()
  if (!asked.passes && asked.reason === undefined) throw ReasonMissing()
  const reason = asked.passes ? null : (asked.reason ?? null)
  const to = { state: asked.passes ? '2' : '3', reason, reviewedBy: by.actor.name } as const
  await moveList(db, regionCode, row.settlementId, to)
  await note(db, regionCode, row, by, 'settlement-list-reviewed', { passes: asked.passes, reason })
  return listView(db, { ...row, ...to, version: row.version + 1 })
}

async function note(
  db: Db,
  regionCode: string,
  { institutionCode, settlementId, personId }: ListRow,
  { actor, at }: Hand,
  act: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const stream = `institution:${institutionCode}` as const
  await record(db, { regionCode, stream, actor, at, act, personId, detail: { settlementId, ...detail } })
}

async function listView(db: Db, row: ListRow): Promise<SettlementList> {
  const { settlementId, listNumber, institutionCode, state, reason, reviewedBy, uploadedAt, version } = row
  const institutionName = (await findHospital(db, institutionCode))?.name ?? institutionCode
  const view = {
    settlementId,
    listNumber,
    institutionCode,
    institutionName,
    state,
    reason,
    reviewedBy,
    version,
  }
  return { ...view, uploadedAt: uploadedAt.toISOString() }
}

function fieldsOf({ fields }: NodeSpec, sent: Record<string, unknown>) {
  return fields.flatMap(({ code, name, kind }) => {
    const value = sent[code]
    if (value === undefined || value === null || value === '') return []
    const plain = typeof value === 'string' ? value : JSON.stringify(value)
    const text = kind === 'money' ? formatYuan(value as Fen) : plain
    return [{ code, name, value: text }]
  })
}

/** Nodes of 4101 as the form of the list calls them. */
const NODE_NAMES: Readonly<Record<string, string>> = {
  setlinfo: '基本信息',
  opspdiseinfo: '门诊慢特病诊疗信息',
  diseinfo: '住院诊断信息',
  oprninfo: '手术操作信息',
  icuinfo: '重症监护信息',
  payinfo: '基金支付信息',
  bldinfo: '输血信息',
}
