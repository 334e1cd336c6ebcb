import { knownInfno } from '@yichuang/hsa'
import { type AnyHandler, booking, type Booking, HospitalFault } from './handler.ts'
import { lockMessage, markUndone, shutOutMessage } from './message.queries.ts'
import { senderOf } from './once.ts'

/**
 * What 2601 answers for a message that never came, which no text of the interface says. `accept`: nothing was booked, and
 * should the message still come it is refused. `refuse`: nothing was booked, and the message may be sent again.
 */
export type UnknownMessage = 'accept' | 'refuse'

/** 2601 冲正: takes back a message whose answer the institution never got. `handlers` are those it may take back. */
export function reversal(handlers: readonly AnyHandler[], unknown: UnknownMessage): Booking<'2601'> {
  const byNumber = new Map(handlers.map((handler) => [handler.infno as string, handler]))
  return booking({
    infno: '2601',
    async handle(db, call) {
      const { omsgid, oinfno } = call.input.data
      const sender = senderOf(call)
      const infno = knownInfno(oinfno.toUpperCase())
      const handler = infno && byNumber.get(infno)
      const undo = handler && 'undo' in handler ? handler.undo : undefined
      if (!infno || !undo)
        throw new HospitalFault(
          `交易 ${oinfno.slice(0, 6)} 不能冲正。可冲正的交易：${reversible(handlers)}；其他交易请用各自的撤销交易。`,
        )
      // The place of the message is taken first, so that it cannot come in between.
      if (unknown === 'accept') {
        const message = { msgid: omsgid, infno, by: call.msgid, at: call.now }
        if ((await shutOutMessage(db, sender, message)) === 1) return null
      }
      const stored = await lockMessage(db, sender, omsgid)
      if (!stored)
        throw new HospitalFault(
          `中心没有收到过原报文 ${omsgid}，未发生任何业务，无需冲正；可以用原报文ID重发。`,
        )
      if (stored.infno !== infno)
        throw new HospitalFault(
          `原报文 ${omsgid} 是交易 ${stored.infno}，不是 ${oinfno}。请核对原交易编号（oinfno）。`,
        )
      if (stored.undoneBy !== null) throw new HospitalFault(`原报文 ${omsgid} 已经冲正过，不能再次冲正。`)
      if (stored.subject === null) throw new Error(`Message ${infno} was booked without a subject`)
      await undo(db, { call, subject: stored.subject })
      await markUndone(db, sender, omsgid, call.msgid)
      return null
    },
  })
}

function reversible(handlers: readonly AnyHandler[]): string {
  return handlers
    .filter((handler) => 'undo' in handler && handler.undo)
    .map(({ infno }) => String(infno))
    .join('、')
}
