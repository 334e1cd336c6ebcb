import type { ResultRow } from './compare.ts'
import { must, type Check } from './check.ts'
import { Skipped, type Kit } from './kit.ts'
import { clearing, pastDayOf, type PastDay } from './past-day.ts'

const EVEN = new Set(['0', '000000'])
const isNothing = (cell: string) => cell === '' || cell === 'null'

interface Asked {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly look: (past: PastDay, kit: Kit) => void | Promise<void>
}

const asked: readonly Asked[] = [
  {
    id: 'books-totals',
    zh: '对总账（3201）：与中心一致的报平，差一分的报不平',
    en: 'Totals that are the centre’s are even, and a fen more is not',
    look({ totals }) {
      for (const { right, wrong } of totals) {
        must(EVEN.has(resultOf(right)), '金额与笔数一致，却报告不平')
        must(!EVEN.has(resultOf(wrong)), '总额多一分，却报告平')
      }
    },
  },
  {
    id: 'books-even',
    zh: '对明细账（9101、3202、9102）：每笔结算和撤销各一行，全部相符',
    en: 'Details: each settlement and each cancellation is one row, and all agree',
    look({ rows, even }) {
      for (const { setlId } of rows) {
        const told = even.filter((row) => row.setlId === setlId)
        must(told.length === 1 && EVEN.has(told[0]!.result), `结算 ${setlId}：${said(told)}`)
      }
    },
  },
  {
    id: 'books-row-missing',
    zh: '明细少一行：结果指出中心多的那一笔，并给出用于冲正的报文ID',
    en: 'A row too few: the result names it by the msgid that 2601 takes',
    look({ missing: { row, told } }) {
      const named = told.filter(({ msgid, setlId }) => msgid === row.msgid && isNothing(setlId))
      must(named.length === 1 && !EVEN.has(named[0]!.result), `报文 ${row.msgid}：${said(named)}`)
    },
  },
  {
    id: 'books-row-too-many',
    zh: '明细多一行：结果指出中心没有的那一笔',
    en: 'A row too many: the result names it',
    look: ({ extra }) => notEven(extra.told, extra.row.setlId),
  },
  {
    id: 'books-amount',
    zh: '明细金额差一分：结果指出那一笔不平',
    en: 'A row that is a fen off is not even',
    look: ({ dearer }) => notEven(dearer.told, dearer.row.setlId),
  },
  {
    id: 'books-file-unknown',
    zh: '没有上传过的文件不能用来对账，也不能下载',
    en: 'A file nobody has uploaded is neither compared nor downloaded',
    async look({ day }, kit) {
      const { code, region } = kit.target.station.institution
      const file_qury_no = '000000000000000000000000000000'
      const data = {
        setl_optins: region,
        file_qury_no,
        stmt_begndate: day,
        stmt_enddate: day,
        medfee_sumamt: '0',
        fund_pay_sumamt: '0',
        cash_payamt: '0',
        fixmedins_setl_cnt: '0',
        clr_type: '',
      }
      await kit.refused('文件不存在', '3202', { data })
      const wanted = { file_qury_no, filename: 'x.zip', fixmedins_code: code }
      await kit.refused('文件不存在', '9102', { fsDownloadIn: wanted })
    },
  },
  {
    id: 'clearing-day-open',
    zh: '对账有差异未清的日子不能申请清算（3203）',
    en: 'A day with open differences is not cleared',
    look: ({ early }) => must(!early.ok, '有差异时受理了清算申请'),
  },
  {
    id: 'clearing-sums',
    zh: '清算申请的金额与中心差一分，被拒绝',
    en: 'An application that is a fen off is refused',
    async look(past, kit) {
      const { day, rows } = closed(past)
      await kit.refused('基金申报总额多一分', '3203', clearing(day, rows, rows[0]!.clrType, 0.01))
    },
  },
  {
    id: 'clearing-once',
    zh: '关账后可以申请清算；同一天不重复受理；撤销（3204）一次后可以再申请',
    en: 'A closed day is applied for once; withdrawn once, it can be applied for anew',
    async look(past, kit) {
      const { day, rows } = closed(past)
      const application = clearing(day, rows, rows[0]!.clrType)
      const apply = async (why: string) => {
        const { output } = await kit.accepted(why, '3203', application)
        return { data: { clr_appy_evt_id: String(output?.result?.clr_appy_evt_id) } }
      }
      const first = await apply('清算申请')
      must(/^\S{1,30}$/.test(first.data.clr_appy_evt_id), '没有机构清算申请事件ID')
      await kit.refused('同一天再次申请', '3203', application)
      await kit.accepted('撤销申请', '3204', first)
      await kit.refused('再次撤销', '3204', first)
      const second = await apply('撤销后再申请')
      must(second.data.clr_appy_evt_id !== first.data.clr_appy_evt_id, '再申请得到同一个编号')
      await kit.accepted('撤销申请', '3204', second)
    },
  },
]

/** Books of both sides: sums, rows, the close of a day, and what is applied for. */
export const booksChecks: readonly Check[] = asked.map(({ id, zh, en, look }) => ({
  id,
  zh,
  en,
  source: id.startsWith('books') ? '对账 reconciliation' : '清算 clearing',
  run: async (kit) => look(await pastDayOf(kit), kit),
}))

const resultOf = ({ output }: { readonly output: unknown }) =>
  String((output as { stmtinfo?: { stmt_rslt?: unknown } } | null)?.stmtinfo?.stmt_rslt)

function notEven(told: readonly ResultRow[], setlId: string): void {
  const named = told.filter((row) => row.setlId === setlId)
  must(named.length === 1 && !EVEN.has(named[0]!.result), `结算 ${setlId}：${said(named)}`)
}

const said = (rows: readonly ResultRow[]) =>
  rows.length === 1 ? `stmt_rslt ${rows[0]!.result}` : `结果文件中有 ${rows.length} 行`

/** Only a day on which nobody else has settled comes out even. */
function closed(past: PastDay): PastDay {
  if (past.even.every(({ result }) => EVEN.has(result))) return past
  throw new Skipped(
    `不适用：${past.day} 另有不是本次检查的结算，当日没有对平 not applicable: others have settled on that day`,
  )
}
