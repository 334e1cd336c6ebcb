import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { HOSPITAL, OTHER_HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { closedDays, unclosedDays } from '../index.ts'
import { openExchange, TOTAL, txtOf, zipOf, type BookRow } from './exchange-town.ts'

const town = await openExchange()
const { at, settled, cancelled, reconcile, upload, compare, download } = town
const dayOf = (day: string) => ({ institutionCode: HOSPITAL, from: plainDate(day), to: plainDate(day) })
const closed = async (day: string) => (await closedDays(town.regionDb, REGION, dayOf(day)))[0]?.closings ?? []
const unclosed = (day: string) => unclosedDays(town.regionDb, REGION, dayOf(day))
const differences = (day: string) =>
  town.sql(
    `select kind, state, cleared_how as how, hospital, centre from reconciliation.difference
     where institution_code = $1 and day = $2 order by difference_id`,
    [HOSPITAL, day],
  )
const total = (day: string, rows: readonly BookRow[]) =>
  town.ask('3201', {
    data: {
      insutype: '310',
      clr_type: '11',
      setl_optins: REGION,
      stmt_begndate: day,
      stmt_enddate: day,
      medfee_sumamt: (Number(TOTAL) * rows.length).toFixed(2),
      fund_pay_sumamt: rows.reduce((so, row) => so + Number(row.fund_pay_sumamt), 0).toFixed(2),
      acct_pay: rows.reduce((so, row) => so + Number(row.acct_pay), 0).toFixed(2),
      fixmedins_setl_cnt: rows.length,
    },
  })

describe('a day compared row by row', () => {
  it('is closed when every row agrees, a refund as two rows, with sums fund by fund', async () => {
    at('2020-11-01')
    const first = await settled()
    const rows = [first, await cancelled(first), await settled()]
    at('2020-11-02')
    expect(await unclosed('2020-11-01')).toEqual(['2020-11-01'])
    const results = await reconcile(rows, '2020-11-01')
    expect(results.map(({ result, setlId }) => [result, setlId])).toEqual(
      rows.map(({ setl_id }) => ['0', setl_id]),
    )
    expect(await unclosed('2020-11-01')).toEqual([])
    const [closing] = await closed('2020-11-01')
    expect(closing).toMatchObject({ seq: 1, basis: 'detail', differences: 0, closedBy: '演示人民医院' })
    expect(closing!.sums).toEqual([
      expect.objectContaining({ insurance: 'employee', clrType: '11', count: 3 }),
    ])
    expect(closing!.sums[0]!.amounts.medfee_sumamt).toBe(80452)
  })

  it('takes a refund that is listed under the id of its settlement, and a file without its kind of clearing', async () => {
    at('2020-11-03')
    const first = await settled()
    const back = { ...(await cancelled(first)), setl_id: first.setl_id }
    at('2020-11-04')
    const results = await reconcile([first, back], '2020-11-03', { clr_type: '' })
    expect(results.map(({ result }) => result)).toEqual(['0', '0'])
    expect(await closed('2020-11-03')).toHaveLength(1)
  })

  it('stays open with every difference as a task that shows both sides, and names what 2601 needs', async () => {
    at('2020-11-05')
    const [kept, lost, wrong] = [await settled(), await settled(), await settled()]
    const unheard = { ...kept, setl_id: '330600000000000000000000000009' }
    at('2020-11-06')
    const rows = [kept, { ...wrong, fund_pay_sumamt: '1.00' }, unheard]
    const results = await reconcile(rows, '2020-11-05')
    expect(results.map(({ result, setlId }) => [result, setlId])).toEqual([
      ['0', kept.setl_id],
      ['1', wrong.setl_id],
      ['1', unheard.setl_id],
      ['1', 'null'],
    ])
    expect(results[1]!.memo).toMatch(/基金支付 中心 \d+\.\d\d、机构 1\.00/)
    expect(results[3]).toMatchObject({
      psnNo: lost.psn_no,
      mdtrtId: 'null',
      memo: expect.stringMatching(/2601/),
    })
    const [sent] = await town.sql<{ msgid: string }>(
      'select msgid from settlement.settlement where settlement_id = $1',
      [lost.setl_id],
    )
    expect(results[3]!.msgid).toBe(sent!.msgid)
    expect(await differences('2020-11-05')).toMatchObject([
      { kind: 'unequal', state: 'open', hospital: { fund_pay_sumamt: '1.00', line: 2 } },
      { kind: 'hospital-only', state: 'open', centre: null, hospital: { setl_id: unheard.setl_id } },
      { kind: 'centre-only', state: 'open', hospital: null, centre: { setl_id: lost.setl_id } },
    ])
    expect(await unclosed('2020-11-05')).toEqual(['2020-11-05'])
  })

  it('is compared again when the books are right, and what is gone is gone', async () => {
    at('2020-11-07')
    const rows = [await settled(), await settled()]
    at('2020-11-08')
    await reconcile(rows.slice(1), '2020-11-07')
    expect(await closed('2020-11-07')).toEqual([])
    await reconcile(rows, '2020-11-07')
    expect(await differences('2020-11-07')).toMatchObject([{ kind: 'centre-only', state: 'gone' }])
    expect(await closed('2020-11-07')).toMatchObject([{ basis: 'detail', differences: 0 }])
  })

  it('needs nobody for a settlement and its reversal that the institution never heard of', async () => {
    at('2020-11-09')
    const [kept, lost] = [await settled(), await settled()]
    await cancelled(lost)
    at('2020-11-10')
    const results = await reconcile([kept], '2020-11-09')
    expect(results.map(({ result }) => result)).toEqual(['0', '0', '0'])
    expect(await differences('2020-11-09')).toMatchObject([
      { kind: 'centre-only', state: 'cleared', how: 'offset' },
      { kind: 'centre-only', state: 'cleared', how: 'offset' },
    ])
    expect(await closed('2020-11-09')).toHaveLength(1)
  })

  it('counts a reversal after the close on its own day, and a late settlement as a correction of its own', async () => {
    at('2020-11-11')
    const first = await settled()
    at('2020-11-12')
    await reconcile([first], '2020-11-11')
    const back = await cancelled(first)
    expect(await unclosed('2020-11-11')).toEqual([])
    at('2020-11-13')
    await reconcile([back], '2020-11-12')
    expect((await closed('2020-11-12'))[0]!.sums[0]!.amounts.medfee_sumamt).toBe(-80452)

    // A server whose clock was behind books into a day that is closed.
    at('2020-11-11')
    const late = await settled()
    at('2020-11-13')
    expect(await unclosed('2020-11-11')).toEqual(['2020-11-11'])
    await reconcile([first, late], '2020-11-11')
    const closings = await closed('2020-11-11')
    expect(closings.map(({ seq, closedOn, sums }) => [seq, closedOn, sums[0]!.count])).toEqual([
      [1, '2020-11-12', 1],
      [2, '2020-11-13', 1],
    ])
    expect(await unclosed('2020-11-11')).toEqual([])
  })

  it('is closed once, however often and under whatever number it is compared', async () => {
    at('2020-11-14')
    const rows = [await settled()]
    at('2020-11-15')
    const { output } = await upload(zipOf(txtOf(rows)))
    const same = { msgid: `${HOSPITAL}202010150000009001` }
    const first = await compare(output.file_qury_no, rows, '2020-11-14', {}, same)
    const again = await compare(output.file_qury_no, rows, '2020-11-14', {}, same)
    expect(again.output).toEqual(first.output)
    await Promise.all([1, 2].map(() => compare(output.file_qury_no, rows, '2020-11-14')))
    expect(await closed('2020-11-14')).toHaveLength(1)
    // A day that is closed can still be looked at, and stays as it is.
    await reconcile([], '2020-11-14')
    expect(await closed('2020-11-14')).toHaveLength(1)
    expect(await differences('2020-11-14')).toEqual([])
  })

  it('remembers a comparison of sums, which alone closes nothing', async () => {
    at('2020-11-16')
    const rows = [await settled()]
    at('2020-11-17')
    expect((await total('2020-11-16', rows)).stmtinfo.stmt_rslt).toBe('0')
    expect(await closed('2020-11-16')).toEqual([])
    const [row] = await town.sql('select count, sent_count from reconciliation.total where day = $1', [
      '2020-11-16',
    ])
    expect(row).toEqual({ count: 1, sent_count: 1 })
  })
})

describe('files', () => {
  it('come in either order of the form, are kept enciphered once, and go out as they were made', async () => {
    at('2020-11-20')
    const row = await settled()
    at('2020-11-21')
    const zip = zipOf(txtOf([row]))
    const before = town.stored()
    const msgid = `${HOSPITAL}202010210000009101`
    const first = await upload(zip, { msgid, fileFirst: true })
    const again = await upload(zip, { msgid })
    expect(again.output).toEqual(first.output)
    expect(town.stored()).toBe(before + 1)
    expect(town.incoming()).toBe(0)
    expect((await upload(zipOf('other'), { msgid })).reason).toMatch(/报文ID（msgid）已被内容不同/)
    const back = await download(first.output.file_qury_no)
    expect(back.type).toBe('application/octet-stream')
    expect(Buffer.compare(back.bytes, zip)).toBe(0)
    const [{ sha, stored }] = (await town.sql<{ sha: string; stored: string }>(
      'select plain_sha256 as sha, stored_sha256 as stored from reconciliation.file where file_id = $1',
      [first.output.file_qury_no],
    )) as [{ sha: string; stored: string }]
    expect(sha).not.toBe(stored)
  })

  it('are given to nobody else, and not for ever', async () => {
    at('2020-11-22')
    const { output } = await upload(zipOf(''))
    const told = async (institution: string) =>
      JSON.parse((await download(output.file_qury_no, institution)).bytes.toString()) as Record<
        string,
        unknown
      >
    expect(await told(OTHER_HOSPITAL)).toMatchObject({
      infcode: -1,
      err_msg: expect.stringMatching(/本机构没有文件查询号/),
    })
    const other = await compare(output.file_qury_no, [], '2020-11-20', {}, { institution: OTHER_HOSPITAL })
    expect(other.reason).toMatch(/本机构没有文件查询号/)
    at('2021-01-22')
    expect(await told(HOSPITAL)).toMatchObject({ err_msg: expect.stringMatching(/下载截止时间/) })
  })
})
