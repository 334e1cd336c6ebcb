import { zipSync } from 'fflate'
import type { Random } from '../../apps/server/src/demo/random.ts'
import { detailInputs, tableOf, zipOf } from '../../hospital/detail.ts'
import type { His } from '../../hospital/his.ts'
import type { Said } from './scene.ts'

/** A day whose books may be compared: it is over when the hunt begins. */
const DAY_OVER = '2020-10-14'

/**
 * 9101, 3202 and 9102 about the settlements of this scene, which are none of that day: each of its rows differs. The
 * uploaded table goes beside the message, as text to be spoilt before it is packed.
 */
export async function fileMessages(his: His): Promise<Said[]> {
  const rows = his.store.booked(his.station.options.today())
  const table = tableOf(rows)
  const upload = detailInputs.upload(his)
  const file = { name: upload.fsUploadIn.filename, bytes: zipOf(table) }
  const uploaded = await his.station.ask('9101', upload, { file })
  const compare = detailInputs.compare(his, DAY_OVER, rows, String(uploaded.output.file_qury_no))
  const compared = await his.station.ask('3202', compare)
  return [
    { infno: '9101', input: upload, table },
    { infno: '3202', input: compare },
    ...(compared.ok ? [{ infno: '9102', input: detailInputs.fetch(his, compared.output.fileinfo) }] : []),
  ]
}

/** The file of a table, spoilt: a cell, a line, the encoding, the packing, or nothing. */
export function spoiltFile(table: string, ids: readonly string[], random: Random): Uint8Array {
  const lines = table.split('\n')
  const at = random.int(0, lines.length - 1)
  switch (random.int(0, 11)) {
    case 0: {
      const cells = (lines[at] ?? '').split('\t')
      cells[random.int(0, cells.length - 1)] = random.pick([...CELLS, ...ids])
      return zipOf(lines.with(at, cells.join('\t')).join('\n'))
    }
    case 1:
      return zipOf(lines.toSpliced(at, 1).join('\n'))
    case 2:
      return zipOf(lines.toSpliced(at, 0, lines[at] ?? '').join('\n'))
    case 3:
      return zipOf(table.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', ''])))
    case 4:
      return zipOf(table.replaceAll('\t', random.pick([',', '  ', '\t\t', '|'])))
    case 5:
      return zipSync({ 'a.txt': Buffer.from(table, random.chance(0.5) ? 'utf16le' : 'latin1') })
    case 6:
      return zipSync({ 'a.txt': Buffer.from(table), '../b.txt': Buffer.from(table) })
    case 7:
      return zipSync({ 'a.txt': new Uint8Array(random.int(0, 4_000_000)) })
    case 8:
      return Buffer.from(table)
    case 9:
      return zipOf(table).slice(0, random.int(0, 200))
    case 10: {
      const bytes = zipOf(table)
      for (let times = random.int(1, 8); times > 0; times -= 1)
        bytes[random.int(0, bytes.length - 1)] = random.int(0, 255)
      return bytes
    }
    default:
      return zipOf(table)
  }
}
const CELLS = [
  '',
  'null',
  '-1',
  '1e3',
  '4.525',
  '99999999999999.99',
  '１２.３４',
  "'; --",
  '\u0000',
  '😀',
  'x'.repeat(5000),
]

const BOUNDARY = 'hunt-7f3a'

/** A message and the file beside it, as a form. */
export function formOf(message: Buffer, file: Uint8Array): { readonly type: string; readonly body: Buffer } {
  const head = (name: string) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"`
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([
      Buffer.from(`${head('jsonStr')}\r\n\r\n`),
      message,
      Buffer.from(`\r\n${head('file')}; filename="detail.zip"\r\n\r\n`),
      file,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  }
}
