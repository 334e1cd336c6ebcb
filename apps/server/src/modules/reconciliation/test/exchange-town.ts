import { plainProfile } from '@yichuang/hsa'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createFieldCipher } from '../../../platform/crypto.ts'
import { createDiskStore, openFiles } from '../../../platform/files/index.ts'
import { createOnce } from '../../../platform/http/once.ts'
import { testApp } from '../../../platform/test-app.ts'
import type { FrontDoor } from '../../hospital/index.ts'
import { settlementHandlers } from '../../settlement/index.ts'
import {
  HOSPITAL,
  openClinic,
  REGION,
  settling,
  visitWith,
  type Line,
  type Output,
} from '../../settlement/test/clinic.ts'
import { reconciliationHandlers, reconciliationRoutes } from '../index.ts'

/** A row as a hospital has it in its books. */
export interface BookRow {
  readonly setl_id: string
  readonly mdtrt_id: string
  readonly psn_no: string
  readonly medfee_sumamt: string
  readonly fund_pay_sumamt: string
  readonly acct_pay: string
  readonly refd_setl_flag: string
}

const THREE: readonly Line[] = [
  { sn: '1', code: 'A1', cnt: '2', pric: '400.00', amount: '800.00' },
  { sn: '2', code: 'B1', cnt: '1', pric: '4.52', amount: '4.52' },
]
export const TOTAL = '804.52'

export const txtOf = (rows: readonly BookRow[], end = '\n') =>
  rows
    .map((row) =>
      [
        row.setl_id,
        row.mdtrt_id,
        row.psn_no,
        row.medfee_sumamt,
        row.fund_pay_sumamt,
        row.acct_pay,
        row.refd_setl_flag,
      ].join('\t'),
    )
    .map((line) => line + end)
    .join('')
export const zipOf = (content: string | Uint8Array, name = 'detail.txt') =>
  Buffer.from(zipSync({ [name]: typeof content === 'string' ? strToU8(content) : content }))
const cents = (rows: readonly BookRow[], name: 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay') =>
  rows.reduce((so, row) => so + Math.round(Number(row[name]) * 100), 0)

/** The entry of institutions with its file exchange; whoever knocks is who the header says. */
export async function openExchange() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-exchange-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const store = path.join(dir, 'store')
  mkdirSync(store)
  const files = await openFiles({ dir, store: createDiskStore(store) })
  const cipher = createFieldCipher([[1, randomBytes(32)]])
  const front: FrontDoor = {
    open: async ({ rawBody, headers }) => ({
      institution: String(headers['x-institution']),
      text: rawBody.toString(),
      profile: plainProfile,
      seal: (reply) => ({ body: reply, contentType: 'application/json' }),
    }),
  }
  const handlers = [...settlementHandlers, ...reconciliationHandlers({ files, cipher })]
  const clinic = await openClinic({ handlers, front })
  const once = createOnce(cipher)
  const register = async (app: FastifyInstance) => {
    reconciliationRoutes(app, { ...clinic, once })
    await clinic.hospital.routes(app, files)
  }
  const { app, call } = await testApp(clinic.database, register, {
    maxUploadBytes: 20_971_520,
  })

  const upload = async (
    zip: Uint8Array | undefined,
    {
      institution = HOSPITAL,
      msgid,
      code = institution,
      fileFirst = false,
    }: { institution?: string; msgid?: string; code?: string; fileFirst?: boolean } = {},
  ) => {
    const input = { fsUploadIn: { in: '', filename: 'detail.zip', fixmedins_code: code } }
    const text = clinic.text('9101', input, { institution, ...(msgid && { msgid }) })
    const form = new FormData()
    if (zip && fileFirst) form.append('file', new Blob([new Uint8Array(zip)]), 'detail.zip')
    form.append('jsonStr', text)
    if (zip && !fileFirst) form.append('file', new Blob([new Uint8Array(zip)]), 'detail.zip')
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/fsi/api/fileupload/upload',
      headers: { 'content-type': request.headers.get('content-type')!, 'x-institution': institution },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    const reply: Output = JSON.parse(body)
    return { statusCode, infcode: reply.infcode, reason: reply.err_msg ?? '', output: reply.output }
  }
  const download = async (fileId: string, institution = HOSPITAL) => {
    const input = {
      fsDownloadIn: { file_qury_no: fileId, filename: 'x.zip', fixmedins_code: institution },
    }
    const { headers, rawPayload } = await app.inject({
      method: 'POST',
      url: '/fsi/api/fileupload/download',
      headers: { 'content-type': 'application/json', 'x-institution': institution },
      payload: clinic.text('9102', input, { institution }),
    })
    return { type: String(headers['content-type']), bytes: rawPayload }
  }
  /** 3202 over a file; sums are those of `rows` unless `more` says others. */
  const compare = async (
    fileId: string,
    rows: readonly BookRow[],
    day: string,
    more: object = {},
    sender: object = {},
  ) => {
    const [medfee, fund, account] = [
      cents(rows, 'medfee_sumamt'),
      cents(rows, 'fund_pay_sumamt'),
      cents(rows, 'acct_pay'),
    ]
    return clinic.send(
      '3202',
      {
        data: {
          setl_optins: REGION,
          file_qury_no: fileId,
          stmt_begndate: day,
          stmt_enddate: day,
          medfee_sumamt: (medfee / 100).toFixed(2),
          fund_pay_sumamt: (fund / 100).toFixed(2),
          cash_payamt: ((medfee - fund - account) / 100).toFixed(2),
          fixmedins_setl_cnt: String(rows.length),
          clr_type: '11',
          ...more,
        },
      },
      sender,
    )
  }

  return {
    ...clinic,
    app,
    call,
    files,
    cipher,
    upload,
    download,
    compare,
    stored: () =>
      readdirSync(store, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
    incoming: () => readdirSync(path.join(dir, 'incoming')).length,
    /** Stands at noon of a day. */
    at: (day: string) => clinic.clock.set(`${plainDate(day)}T04:00:00Z`),
    /** A settlement, as the hospital books it. */
    settled: async (sender: { institution?: string } = {}): Promise<BookRow> => {
      const who = await clinic.insured()
      const visitId = await visitWith(clinic, who, THREE, sender)
      const { setlinfo } = await clinic.ask('2207', settling(who, visitId, 'B1', TOTAL), sender)
      return bookRow(setlinfo, '0')
    },
    /** What takes a settlement back, as the hospital books it. */
    cancelled: async ({ setl_id, mdtrt_id, psn_no }: BookRow): Promise<BookRow> => {
      const { setlinfo } = await clinic.ask('2208', { data: { setl_id, mdtrt_id, psn_no } })
      return bookRow(setlinfo, '1')
    },
    /** Uploads and compares; the rows of results. */
    reconcile: async (rows: readonly BookRow[], day: string, more: object = {}) => {
      const { output, reason } = await upload(zipOf(txtOf(rows)))
      if (!output) throw new Error(reason)
      const answer = await compare(output.file_qury_no, rows, day, more)
      if (!answer.accepted) throw new Error(answer.reason)
      const { file_qury_no } = answer.output.fileinfo
      return resultsOf((await download(file_qury_no)).bytes)
    },
  }
}

function bookRow(setlinfo: Output, refd_setl_flag: string): BookRow {
  const money = (amount: number) => amount.toFixed(2)
  return {
    setl_id: setlinfo.setl_id,
    mdtrt_id: setlinfo.mdtrt_id,
    psn_no: setlinfo.psn_no,
    medfee_sumamt: money(setlinfo.medfee_sumamt),
    fund_pay_sumamt: money(setlinfo.fund_pay_sumamt),
    acct_pay: money(setlinfo.acct_pay),
    refd_setl_flag,
  }
}

/** The rows of a file of results. */
export function resultsOf(zip: Uint8Array) {
  const [text] = Object.values(unzipSync(zip)).map((bytes) => new TextDecoder().decode(bytes))
  return text!
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [psnNo, mdtrtId, setlId, msgid, result, refund, memo, medfee] = line.split('\t')
      return { psnNo, mdtrtId, setlId, msgid, result, refund, memo, medfee }
    })
}
