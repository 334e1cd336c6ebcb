import { encodeGb18030 } from '@yichuang/hsa'
import { addDays, plainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { constants, deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { HOSPITAL, OTHER_HOSPITAL } from '../../settlement/test/clinic.ts'
import { openExchange, txtOf, zipOf, type BookRow } from './exchange-town.ts'

const town = await openExchange()
const DAY = '2020-11-02'
const MB = 1_048_576
let rows: readonly BookRow[]
let others: BookRow

beforeAll(async () => {
  town.at(DAY)
  rows = [await town.settled(), await town.settled(), await town.settled()]
  others = await town.settled({ institution: OTHER_HOSPITAL })
  town.at('2020-11-03')
  await town.app.listen({ port: 0, host: '127.0.0.1' })
})

/** Uploads and compares; why it was refused, or `taken`. */
async function tried(zip: Uint8Array, said: readonly BookRow[] = rows, more: object = {}) {
  const { output, reason } = await town.upload(zip)
  if (!output) return reason
  const answer = await town.compare(output.file_qury_no, said, DAY, more)
  return answer.accepted ? 'taken' : answer.reason
}
const txt = () => txtOf(rows)
const lines = () => txt().split('\n').slice(0, -1)
const bytes = (text: string) => strToU8(text)
const without = (zip: Buffer, from: number) => zip.subarray(0, from)

describe('a file that cannot be compared', () => {
  test.each<[string, () => Promise<string> | string, RegExp]>([
    [
      'a row too many',
      () => tried(zipOf(txtOf([...rows, { ...rows[0]!, setl_id: 'X1' }]))),
      /文件有 4 行，报文的结算笔数.*是 3 笔/,
    ],
    ['a row too few', () => tried(zipOf(txtOf(rows.slice(1)))), /文件有 2 行，报文的结算笔数.*是 3 笔/],
    [
      'a row twice',
      () => tried(zipOf(txtOf([...rows, rows[1]!])), [...rows, rows[1]!]),
      /第 2 行与第 4 行是同一笔结算/,
    ],
    [
      'sums that are not those of the message',
      () => tried(zipOf(txt()), rows, { medfee_sumamt: '1.00' }),
      /医疗费总额（medfee_sumamt）：文件各行合计 2413\.56 元，报文为 1\.00 元/,
    ],
    [
      'a fund that is not that of the message',
      () => tried(zipOf(txt()), rows, { fund_pay_sumamt: '1.00' }),
      /基金支付总额.*报文为 1\.00 元/,
    ],
    [
      'cash that is not that of the message',
      () => tried(zipOf(txt()), rows, { cash_payamt: '0' }),
      /现金支付金额.*报文为 0\.00 元/,
    ],
    [
      'six columns',
      () =>
        tried(
          zipOf(
            lines()
              .map((line) => line.slice(0, line.lastIndexOf('\t')))
              .join('\n'),
          ),
        ),
      /第 1 行有 6 列，应为 7 列/,
    ],
    [
      'eight columns in the second row',
      () => tried(zipOf([lines()[0], `${lines()[1]}\tx`].join('\n'))),
      /第 2 行有 8 列/,
    ],
    ['commas', () => tried(zipOf(txt().replaceAll('\t', ','))), /第 1 行有 1 列/],
    [
      'a header',
      () =>
        tried(
          zipOf(
            `setl_id\tmdtrt_id\tpsn_no\tmedfee_sumamt\tfund_pay_sumamt\tacct_pay\trefd_setl_flag\n${txt()}`,
          ),
        ),
      /TXT 第 1 行 的“医疗费总额”（medfee_sumamt）不是最多两位小数的金额/,
    ],
    ['an empty line between rows', () => tried(zipOf(lines().join('\n\n'))), /第 2 行是空行/],
    [
      'an amount with three decimals',
      () => tried(zipOf(txt().replace('804.52', '804.525'))),
      /第 1 行.*不是最多两位小数/,
    ],
    [
      'no number of the settlement',
      () => tried(zipOf(txt().replace(rows[0]!.setl_id, 'null'))),
      /第 1 行 的“结算ID”（setl_id）为空/,
    ],
    ['a line without end', () => tried(zipOf('a'.repeat(100_000))), /第 1 行超过 2000 个字符/],
    [
      'bytes of no encoding',
      () => tried(zipOf(Uint8Array.of(0x41, 0xff, 0xff, 0x0a))),
      /既不是 UTF-8 也不是 GB18030/,
    ],
    [
      'no rows though the message counts some',
      () => tried(zipOf('')),
      /文件有 0 行，报文的结算笔数.*是 3 笔/,
    ],
    [
      "another institution's settlement",
      () => tried(zipOf(txtOf([others])), [others]),
      /第 1 行的结算ID（setl_id）不是本机构的结算/,
    ],
    [
      'one settlement under its own id and that of its refund',
      async () => {
        const [first] = rows
        return tried(zipOf(txtOf([first!, { ...first!, psn_no: 'P' }])), [first!, first!])
      },
      /第 1 行与第 2 行是同一笔/,
    ],
    [
      'a day that is not over',
      () => tried(zipOf(txt()), rows, { stmt_enddate: '2020-11-03' }),
      /2020-11-03 还没有过完/,
    ],
    [
      'days in the wrong order',
      () => tried(zipOf(txt()), rows, { stmt_begndate: '2020-11-03' }),
      /结束日期不能早于开始日期/,
    ],
    [
      'a number that is no file',
      () => tried(zipOf(txt()), rows, { file_qury_no: 'nothing' }),
      /本机构没有文件查询号/,
    ],
    ['nothing at all', async () => (await town.upload(undefined)).reason, /没有收到文件/],
    ['a file of no bytes', async () => (await town.upload(new Uint8Array(0))).reason, /文件是空的/],
    [
      'the code of another institution',
      async () => (await town.upload(zipOf(txt()), { code: OTHER_HOSPITAL })).reason,
      /不是本机构/,
    ],
    ['no ZIP', () => tried(bytes(txt())), /不是 ZIP/],
    ['half a ZIP', () => tried(without(zipOf(txt()), 60)), /ZIP 不完整/],
    ['an empty ZIP', () => tried(zipSync({})), /ZIP 不完整、没有文件/],
    ['two files', () => tried(zipSync({ 'a.txt': bytes(txt()), 'b.txt': bytes(txt()) })), /不止一个文件/],
    ['a folder', () => tried(zipSync({ 'day/a.txt': bytes(txt()) })), /带有路径/],
    ['a path out of the folder', () => tried(zipSync({ '..\\a.txt': bytes(txt()) })), /带有路径/],
    [
      'a password',
      () => {
        const zip = zipOf(txt())
        zip[6] = zip[6]! | 1
        return tried(zip)
      },
      /设有密码/,
    ],
  ])(
    'with %s is refused in one sentence that says where and how to mend it',
    async (_what, act, sentence) => {
      const before = await counted()
      const reason = await act()
      expect(reason).toMatch(sentence)
      expect(reason).toMatch(/请/)
      expect(await counted()).toEqual(before)
      expect(town.incoming()).toBe(0)
    },
  )

  it('with one changed byte anywhere in it is refused, or says the same', async () => {
    const zip = zipOf(txt())
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (where, by) => {
        const changed = Buffer.from(zip)
        changed[where] = changed[where]! ^ by
        const { reason, statusCode, output } = await town.upload(changed)
        expect(statusCode).toBe(200)
        expect(output ? '请' : reason).toMatch(/请/)
      }),
      { numRuns: 60 },
    )
  })

  it('is not unpacked beyond what a day can hold: 2 GB in a ZIP of 3 MB are given up after 64 MB', async () => {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    // Blocks that end on a byte can be written one after the other.
    const block = deflateRawSync(Buffer.alloc(16 * MB), { finishFlush: constants.Z_SYNC_FLUSH })
    const bomb = Buffer.concat([head, ...Array.from({ length: 128 }, () => block)])
    expect(bomb.length).toBeLessThan(3 * MB)
    const before = town.stored()
    const peak = await memoryDuring(async () => {
      expect(await tried(bomb)).toMatch(/解压后超过 64 MB，已停止读取/)
    })
    expect(peak).toBeLessThan(300 * MB)
    expect(town.stored()).toBe(before)
  })

  test.each([
    ['that says so is not read at all', true],
    ['that does not say so is refused while it comes', false],
  ])('of 2 GB %s: none of it stays, and memory does not grow', async (_what, says) => {
    const { port } = town.app.server.address() as AddressInfo
    const before = town.stored()
    const text = town.text('9101', {
      fsUploadIn: { in: '', filename: 'large.zip', fixmedins_code: HOSPITAL },
    })
    let told = { sent: 0, reply: '' }
    const peak = await memoryDuring(async () => {
      told = await uploadLarge(port, text, { size: 2048 * MB, says })
    })
    expect(told.reply).toMatch(/"infcode":-1.*文件超过 16 MB，没有.*保存任何内容。请/)
    expect(told.sent).toBeLessThan((says ? 16 : 64) * MB)
    expect(peak).toBeLessThan(300 * MB)
    expect([town.stored(), town.incoming()]).toEqual([before, 0])
  })

  it('is not taken in beyond 16 MB, and nothing of it stays', async () => {
    const before = town.stored()
    const large = Buffer.alloc(17_000_000, 1)
    expect((await town.upload(large)).reason).toMatch(/文件超过 16 MB，没有保存任何内容/)
    expect([town.stored(), town.incoming()]).toEqual([before, 0])
  })

  async function counted() {
    const [row] = await town.sql(
      `select (select count(*)::int from reconciliation.comparison) as comparisons,
         (select count(*)::int from reconciliation.difference) as differences,
         (select count(*)::int from reconciliation.file where kind = 'result') as results`,
      [],
    )
    return row
  }
})

describe('a file is read', () => {
  test.each<[string, () => Uint8Array | string]>([
    ['with CRLF', () => txtOf(rows, '\r\n')],
    ['with a UTF-8 BOM', () => `\uFEFF${txt()}`],
    ['without an end to its last line', () => txt().slice(0, -1)],
    ['with empty lines at its end', () => `${txt()}\n\r\n\n`],
  ])('%s', async (_what, content) => {
    expect(await tried(zipOf(content()))).toBe('taken')
  })

  it('in GB18030, where somebody wrote Chinese into it', async () => {
    const named = rows.map((row) => ({ ...row, refd_setl_flag: '否' }))
    expect(await tried(zipOf(encodeGb18030(txtOf(named))))).toBe('taken')
  })
})

describe('whatever a hospital has in its books', () => {
  const change = fc.constantFrom('keep', 'keep', 'lose', 'amount', 'person', 'invent')
  let day = plainDate('2020-11-10')

  it('exactly what differs is found, each once, and the day is closed when nothing does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        day = addDays(day, 2)
        town.at(day)
        const planted: string[] = []
        const books: BookRow[] = []
        for (const what of changes) {
          const row = await town.settled()
          if (what !== 'lose') books.push(changed(row, what))
          if (what === 'invent') books.push({ ...row, setl_id: `X${row.setl_id.slice(1)}` })
          if (what === 'lose') planted.push(`centre-only ${row.setl_id}`)
          if (what === 'invent') planted.push(`hospital-only X${row.setl_id.slice(1)}`)
          if (what === 'amount' || what === 'person') planted.push(`unequal ${row.setl_id}`)
        }
        town.at(addDays(day, 1))
        const results = await town.reconcile(books, day)
        const found = await town.sql<{ what: string }>(
          `select kind || ' ' || (coalesce(centre, hospital) ->> 'setl_id') as what
           from reconciliation.difference where institution_code = $1 and day = $2`,
          [HOSPITAL, day],
        )
        expect(found.map(({ what }) => what).toSorted()).toEqual(planted.toSorted())
        expect(results.filter(({ result }) => result === '1')).toHaveLength(planted.length)
        const closings = await town.sql('select 1 from reconciliation.closing where day = $1', [day])
        expect(closings).toHaveLength(planted.length === 0 ? 1 : 0)
      }),
      { numRuns: 12 },
    )
  })

  function changed(row: BookRow, what: string): BookRow {
    if (what === 'amount') return { ...row, acct_pay: '0.01' }
    if (what === 'person') return { ...row, psn_no: rows[0]!.psn_no }
    return row
  }
})

/** The most bytes by which the memory of this process was larger than before, while some work was done. */
async function memoryDuring(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5)
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  return peak - before
}

/** Sends a large file piece by piece until the centre answers; what was sent by then. */
async function uploadLarge(
  port: number,
  text: string,
  { size, says }: { readonly size: number; readonly says: boolean },
): Promise<{ sent: number; reply: string }> {
  const part = (name: string, more = '') =>
    `--FORM\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
  const head = Buffer.from(`${part('jsonStr')}${text}\r\n${part('file', '; filename="large.zip"')}`)
  const sending = request({
    port,
    method: 'POST',
    path: '/fsi/api/fileupload/upload',
    headers: {
      'content-type': 'multipart/form-data; boundary=FORM',
      ...(says && { 'content-length': head.length + size + '\r\n--FORM--\r\n'.length }),
      'x-institution': HOSPITAL,
    },
  })
  const told = { reply: '', whole: false }
  sending.on('error', () => undefined)
  const answered = new Promise<void>((resolve) => {
    sending.on('response', (response) => {
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (told.reply += chunk))
      response.on('close', () => {
        told.whole = true
        resolve()
      })
    })
  })
  const piece = Buffer.alloc(65_536, 1)
  let sent = 0
  sending.write(head)
  while (!told.whole && sent < size) {
    sent += piece.length
    const goesOn = sending.write(piece) ? new Promise(setImmediate) : once(sending, 'drain')
    await Promise.race([goesOn, answered])
  }
  sending.destroy()
  return { sent, reply: told.reply }
}
