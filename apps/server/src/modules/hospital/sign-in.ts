import { recordId } from '@yichuang/hsa'
import { randomInt } from 'node:crypto'
import { booking, HospitalFault } from './handler.ts'
import { senderOf } from './once.ts'
import { endSignIn, insertSignIn } from './sign-in.queries.ts'

const DRAWS = 100_000_000_000

/** 9001 签到. Other messages may go without it: centres in use do not demand the number. */
export const signIn = booking({
  infno: '9001',
  async handle(db, call) {
    const no = recordId(call.regionCode, call.now, randomInt(DRAWS))
    const operator = call.input.signIn.opter_no
    await insertSignIn(db, senderOf(call), { no, operator, on: call.today, at: call.now })
    return { signinoutb: { sign_time: call.today, sign_no: no } }
  },
})

/** 9002 签退, of a sign-in of the same day. */
export const signOut = booking({
  infno: '9002',
  async handle(db, call) {
    const { sign_no: no } = call.input.signOut
    const found = await endSignIn(db, senderOf(call), no, { at: call.now, today: call.today })
    if (!found) throw new HospitalFault('签到编号（sign_no）不存在。请使用本机构 9001 签到返回的编号。')
    if (found.signedOn !== call.today)
      throw new HospitalFault(`该签到是 ${found.signedOn} 的，只能在当日签退。请重新签到（9001）。`)
    if (found.wasOut) throw new HospitalFault('该签到已经签退。需要继续办理请重新签到（9001）。')
    return { signoutoutb: { sign_time: call.today } }
  },
})
