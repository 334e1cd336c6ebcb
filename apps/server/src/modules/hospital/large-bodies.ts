import { plainProfile, writeRefusal } from '@yichuang/hsa'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FILE_BYTES } from './form-file.ts'

/** A message of some hundred fee lines; what is longer takes turns. */
const LARGE_BYTES = 512_000
/** The largest message: some thousand fee lines. */
export const MESSAGE_BYTES = 24_000_000
const MB = 1_048_576

/**
 * Lets few large messages in at once, and none that says it is larger than any can be. A body lies in memory before its
 * signature can be proven, so strangers could fill the memory with many of them; whoever finds the places taken is told to
 * come again, with nothing read.
 */
export function limitLargeBodies(app: FastifyInstance, most = 4): void {
  const inside = new Set<FastifyRequest>()
  app.addHook('onRequest', async (request, reply) => {
    const length = request.headers['content-length']
    if (length !== undefined && Number(length) <= LARGE_BYTES) return undefined
    const isForm = request.headers['content-type']?.startsWith('multipart/') ?? false
    if (length !== undefined && Number(length) > (isForm ? FILE_BYTES + MB : MESSAGE_BYTES)) {
      const what = isForm ? `文件超过 ${FILE_BYTES / MB} MB` : `报文超过 ${MESSAGE_BYTES / 1_000_000} MB`
      return turnAway(reply, 413, `${what}，没有读取也没有保存任何内容。请按日或分批拆分后重新上传。`)
    }
    if (inside.size < most) {
      inside.add(request)
      return undefined
    }
    void reply.header('retry-after', '5')
    return turnAway(
      reply,
      503,
      '中心正在接收其他大报文，本次未作任何处理。请稍后用同一报文ID（msgid）重发，或分批上传明细。',
    )
  })
  const leave = async (request: FastifyRequest) => void inside.delete(request)
  app.addHook('onResponse', leave)
  app.addHook('onRequestAbort', leave)
}

/** A refusal with nothing read, after which the connection is closed. */
function turnAway(reply: FastifyReply, status: number, reason: string): FastifyReply {
  const now = new Date()
  const frame = { region: '000000', receivedAt: now, respondedAt: now, sequence: 0, profile: plainProfile }
  return reply
    .code(status)
    .header('connection', 'close')
    .type('application/json; charset=utf-8')
    .send(writeRefusal(frame, reason))
}
