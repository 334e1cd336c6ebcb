import { inTransaction, type Db } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { HospitalFault, query, type HospitalCall } from '../hospital/index.ts'
import { presentVoucher } from '../insured/index.ts'
import { gendOf, IDENTITY_CARD } from './codes.ts'
import { known, peopleOf } from './people.ts'
import { inChinese } from './register.ts'

const BARE_CODE = /^\d{28}$/

/** 6101 解析医保电子凭证二维码: who shows the code, and the token that 1101, 2201, 2401 and 2102 take for it. */
export const readVoucher = query('6101', async (db, call) => {
  const { ecQrCode, businessInfo } = call.input.InData
  return { OutData: await shownBy(db, call, ecQrCode ?? businessInfo, 'businessInfo') }
})

/** 1162 医保电子凭证解码: the same question as some provinces ask it. */
export const decodeVoucher = query('1162', async (db, call) => {
  const { ecQrCode } = call.input.data
  return { data: { ...(await shownBy(db, call, ecQrCode, 'ecQrCode')), ecQrCode: ecQrCode ?? '' } }
})

async function shownBy(db: Db, call: HospitalCall, code: string | undefined, field: string) {
  const bare = code?.replace(/\s/g, '') ?? ''
  if (!BARE_CODE.test(bare))
    throw new HospitalFault(
      `没有读到医保电子凭证二维码（${field === 'ecQrCode' ? field : `ecQrCode 或 ${field}`}）。请扫描参保人手机上的医保电子凭证，原样传入 28 位数字。`,
    )
  const personId = await holderOf(db, call, bare)
  const person = known(await peopleOf(db, call.regionCode, [personId]), personId)
  return {
    userName: person.name,
    idNo: person.idNumber(),
    idType: IDENTITY_CARD,
    insuOrg: call.regionCode,
    // From this reading on the code is this institution's alone, so that it serves as its own token.
    ecToken: bare,
    gender: gendOf(person.sex),
    birthday: person.birth,
  }
}

/** The person who shows a code to an institution; throws `HospitalFault` when it is none, is used or is over. */
export async function holderOf(db: Db, call: HospitalCall, code: string): Promise<string> {
  try {
    // Read by one institution it is that institution's, so the reading is a booking of its own.
    return await inTransaction(db, (db) =>
      presentVoucher(db, code, call.institution.hospitalCode, new Date()),
    )
  } catch (error) {
    throw error instanceof Problem && error.status < 500 ? new HospitalFault(inChinese(error)) : error
  }
}
