import { chinaDateTime } from '@yichuang/hsa'
import type { FieldCipher } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import { unsealed, type Files } from '../../platform/files/index.ts'
import { booking, download, HospitalFault, Overtaken, type AnyHandler } from '../hospital/index.ts'
import { newRecordId } from '../settlement/index.ts'
import { findFile, hasFile, insertFile, type FileRow } from './file.queries.ts'
import { FILE_KEY } from './sealed.queries.ts'
import { unzipped } from './unzip.ts'

/** What the file exchange is given by the application. */
export interface ExchangeDeps {
  readonly files: Files
  readonly cipher: FieldCipher
}

// Long enough for the clearing of the month the day is in; files are small, and the outcome of 3202 names them.
const GIVEN_OUT_DAYS = 60
const DAY_MS = 86_400_000

/** Until when a file is given out. */
export const untilFrom = (now: Date): Date => new Date(now.getTime() + GIVEN_OUT_DAYS * DAY_MS)

/** 9101 文件上传 and 9102 文件下载. */
export function exchangeHandlers(deps: ExchangeDeps): readonly AnyHandler[] {
  const { cipher } = deps
  return [
    booking({
      infno: '9101',
      async handle(db, { regionCode, institution, msgid, attachment, input: { fsUploadIn }, now }) {
        if (await hasFile(db, regionCode, institution.hospitalCode, msgid)) throw new Overtaken()
        checkOwner(fsUploadIn.fixmedins_code, institution.hospitalCode)
        if (!attachment)
          throw new HospitalFault(
            '没有收到文件。请用 multipart/form-data 发送两部分：jsonStr（报文）和 file（TXT 压缩成的 ZIP）。',
          )
        if (attachment.size === 0) throw new HospitalFault('文件是空的（0 字节）。请重新导出并压缩后上传。')
        // Read once to its end, so that what cannot be read is refused now and never stored.
        for await (const _piece of unzipped(attachment.read()));
        await attachment.keep()
        const fileId = newRecordId(regionCode, now)
        const until = untilFrom(now)
        await insertFile(db, regionCode, {
          institutionCode: institution.hospitalCode,
          fileId,
          kind: 'upload',
          fileName: nameOf(fsUploadIn.filename),
          msgid,
          plainSha256: attachment.sha256,
          plainBytes: attachment.size,
          storedSha256: attachment.storedSha256,
          keyEnc: cipher.encrypt(attachment.key.toString('hex'), FILE_KEY),
          keptAt: now,
          until,
        })
        return {
          file_qury_no: fileId,
          filename: fsUploadIn.filename,
          fixmedins_code: institution.hospitalCode,
          dld_endtime: chinaDateTime(until),
        }
      },
    }),
    download('9102', async (db, { regionCode, institution, input: { fsDownloadIn }, now }) => {
      const file = await ownFile(db, regionCode, institution.hospitalCode, fsDownloadIn.file_qury_no, now)
      return { fileName: file.fileName, content: contentOf(deps, file) }
    }),
  ]
}

/** A file of an institution that is still given out; throws `HospitalFault` for one that is another's as for none. */
export async function ownFile(
  db: Db,
  regionCode: string,
  institutionCode: string,
  fileId: string,
  now: Date,
): Promise<FileRow> {
  const file = await findFile(db, regionCode, institutionCode, fileId)
  if (!file)
    throw new HospitalFault(
      '本机构没有文件查询号（file_qury_no）所指的文件。请使用本机构 9101 或 3202 返回的文件查询号。',
    )
  if (file.until <= now)
    throw new HospitalFault(
      `文件已于 ${chinaDateTime(file.until)} 过了下载截止时间。请重新上传（9101）或重新对账（3202）。`,
    )
  return file
}

/** The content of a file as it came, piece by piece. */
export async function* contentOf({ files, cipher }: ExchangeDeps, file: FileRow): AsyncGenerator<Uint8Array> {
  const key = Buffer.from(cipher.decrypt(file.keyEnc, FILE_KEY), 'hex')
  yield* unsealed(await files.read(file.storedSha256), key, file.plainSha256)
}

function checkOwner(named: string, own: string): void {
  if (named.toUpperCase() === own.toUpperCase()) return
  throw new HospitalFault(
    '文件的医药机构编号（fsUploadIn.fixmedins_code）不是本机构。请只上传本机构的文件，编号与报文一致。',
  )
}

/** Never a path, whatever the sender calls it. */
const nameOf = (name: string): string => name.replace(/^.*[/\\]/, '') || 'file.zip'
