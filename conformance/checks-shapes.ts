import { servicePaths } from '@yichuang/hsa'
import type { Check } from './check.ts'
import { must } from './check.ts'
import { inputs } from '../hospital/client/messages.ts'
import type { AskOptions } from '../hospital/client/station.ts'
import { settleInput, type Charged, type Kit, type OpenVisit } from './kit.ts'

type Row = Readonly<Record<string, unknown>>

/** A shape real clients send, which a centre must take: the message that has it is accepted. */
function shape(id: string, zh: string, en: string, run: (kit: Kit) => Promise<void>): Check {
  return { id: `shape-${id}`, zh, en, source: '宽松 shapes', run }
}

const feesOf = (visit: OpenVisit, kit: Kit) =>
  inputs.fees(visit, visit.mdtrtId, '1', kit.target.lines).feedetail as readonly Row[]
const findings = (visit: OpenVisit) => inputs.findings(visit, visit.mdtrtId)

/** Uploads fees of a new visit, each row changed. */
async function fees(kit: Kit, why: string, change: (row: Row) => unknown): Promise<void> {
  const visit = await kit.visit()
  await kit.accepted(why, '2204', { feedetail: feesOf(visit, kit).map(change) })
}

/** Registers a visit with an envelope that is otherwise. */
async function register(kit: Kit, why: string, options: AskOptions, change: Row = {}): Promise<void> {
  const { psnNo, insutype, idNumber, began } = await kit.visit()
  const visit = {
    psnNo,
    insutype,
    idNumber,
    began,
    number: `V${Date.now()}${Math.floor(Math.random() * 1000)}`,
  }
  await kit.accepted(why, '2201', { data: { ...inputs.register(visit).data, ...change } }, options)
}

async function settled(
  kit: Kit,
  charged: Charged,
  infno: string,
  change: Row = {},
  options: AskOptions = {},
) {
  await kit.accepted(
    `结算写作 ${infno}`,
    infno,
    { data: { ...settleInput(charged).data, ...change } },
    options,
  )
}

/** Message shapes met in real traffic. */
export const shapeChecks: readonly Check[] = [
  shape('object-for-rows', '列表节点只有一条时以对象发送', 'One object where rows are due', async (kit) => {
    const visit = await kit.visit()
    const { mdtrtinfo, diseinfo } = findings(visit)
    await kit.accepted('diseinfo 为对象', '2203A', { mdtrtinfo, diseinfo: diseinfo[0] })
    await kit.accepted('feedetail 为对象', '2204', { feedetail: feesOf(visit, kit)[0] })
  }),
  shape('numbers', '数字以文本或数字发送', 'Numbers as text or as numbers', async (kit) => {
    await fees(kit, '金额、数量、单价为数字', (row) => ({
      ...row,
      cnt: Number(row['cnt']),
      pric: Number(row['pric']),
      det_item_fee_sumamt: Number(row['det_item_fee_sumamt']),
    }))
    const charged = await kit.charged()
    await settled(kit, charged, '2207', { medfee_sumamt: Number(charged.total) })
  }),
  shape('empty-number', '数值字段为空文本', 'Nothing in a numeric field', (kit) =>
    fees(kit, 'prd_days 为空', (row) => ({ ...row, prd_days: '', sin_dos_dscr: null })),
  ),
  shape('bare-day', '时间字段只有日期', 'A day where a time is due', (kit) =>
    fees(kit, 'fee_ocur_time 只有日期', (row) => ({
      ...row,
      fee_ocur_time: String(row['fee_ocur_time']).slice(0, 10),
    })),
  ),
  shape('unknown-keys', '多余的键被忽略', 'Keys nobody knows are passed over', async (kit) => {
    const envelope = {
      serv_code: '1',
      serv_sign: 'x',
      medins_code: '1',
      insur_code: '2',
      fixmedins_soft_fcty: 'x',
      devNo: '',
    }
    await register(kit, '报文头有多余的键', { envelope }, { zzz_unknown: '1' })
  }),
  shape('spelling', '键的大小写与下划线写法', 'Either spelling of a key', (kit) =>
    fees(kit, 'psn_No、mdtrtId', ({ psn_no, mdtrt_id, ...row }) => ({
      ...row,
      psn_No: psn_no,
      mdtrtId: mdtrt_id,
    })),
  ),
  shape(
    'extension',
    'exp_content 为对象、文本或空',
    'exp_content as object, text or nothing',
    async (kit) => {
      for (const exp_content of [{ card_token: '' }, '{"crtYearBalc":0}', null])
        await register(kit, `exp_content ${JSON.stringify(exp_content)}`, {}, { exp_content })
    },
  ),
  shape('version', '接口版本号的各种写法', 'Any way to write the version', async (kit) => {
    for (const infver of ['V1.0', '1.0.0', '1.0', '1'])
      await register(kit, `infver ${infver}`, { envelope: { infver } })
  }),
  shape('msgid', '报文ID的各种写法', 'Any way to make a msgid', async (kit) => {
    const { code } = kit.target.station.institution
    const unique = () => String(Date.now()) + String(Math.floor(Math.random() * 1e6)).padStart(6, '0')
    for (const msgid of [
      `${code}${unique().slice(0, 17)}`,
      `${unique()}0000000`.slice(0, 26),
      `${unique().slice(-16)}2201${code.slice(-1)}`,
    ])
      await register(kit, `msgid ${msgid.length} 位`, { msgid })
  }),
  shape('a-form', '带 A 的交易编号与不带的相同', 'Numbers with A are those without', async (kit) => {
    const charged = await kit.charged()
    await settled(kit, charged, '2206A')
    await settled(kit, charged, '2207A')
  }),
  shape(
    'code-zero',
    '代码多一个或少一个前导零',
    'A code with a leading zero too many or too few',
    async (kit) => {
      const visit = await kit.visit()
      const { mdtrtinfo, diseinfo } = findings(visit)
      await kit.accepted('vali_flag 01', '2203A', {
        mdtrtinfo,
        diseinfo: diseinfo.map((row) => ({ ...row, vali_flag: '01' })),
      })
      const charged = await kit.charged()
      await settled(kit, charged, '2206', { mdtrt_cert_type: '2', psn_setlway: '1' })
    },
  ),
  shape(
    'address',
    '统一入口后加交易编号，以及该交易自己的服务地址',
    'The number behind the entry, and the transaction’s own path',
    async (kit) => {
      const { entry = '/fsi/api/rsfComIfsService/callService' } = kit.target.station
      await register(kit, '入口加编号', { path: `${entry}/2201` })
      const [path] = Object.entries(servicePaths).find(([, infno]) => infno === '2201')!
      await register(kit, `服务地址 ${path}`, { path: `/fsi/api/${path}` })
    },
  ),
  shape('content-type', '正文类型为 text/plain', 'text/plain as the type of the body', (kit) =>
    register(kit, 'text/plain', { contentType: 'text/plain; charset=utf-8' }),
  ),
  shape(
    'envelope',
    '未知的接收方、空的签到流水号、过长的机构名称、固定的交易时间',
    'Unknown receiver, no sign-in number, a long name, a constant time',
    async (kit) => {
      const name = `${kit.target.station.institution.name}（${'分院'.repeat(15)}）`
      for (const envelope of [
        { recer_sys_code: 'MK' },
        { sign_no: '' },
        { fixmedins_name: name },
        { inf_time: '2020-01-01 00:00:00' },
        { insuplc_admdvs: '' },
        { opter_type: '2' },
      ])
        await register(kit, JSON.stringify(envelope).slice(0, 60), { envelope })
    },
  ),
  shape('sign-in', '签到返回签到流水号', 'Signing in gives a number', async (kit) => {
    const { output } = await kit.accepted('签到', '9001', inputs.signIn('00-00-00-00-00-00'))
    must(/^\S{1,30}$/.test(String(output?.signinoutb?.sign_no ?? '')), '9001 没有返回 sign_no')
  }),
]
