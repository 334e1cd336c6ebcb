import { plainProfile, writeRefusal } from '@yichuang/hsa'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A message of some hundred fee lines; what is longer takes turns. */
const LARGE_BYTES = 512_000

/**
 * Lets few large messages in at once. A body lies in memory before its signature can be proven, so strangers could fill the
 * memory with many of them; whoever finds the places taken is told to come again, with nothing read.
 */
export function limitLargeBodies(app: FastifyInstance, most = 4): void {
  const inside = new Set<FastifyRequest>()
  app.addHook('onRequest', async (request, reply) => {
    const length = request.headers['content-length']
    if (length !== undefined && Number(length) <= LARGE_BYTES) return undefined
    if (inside.size < most) {
      inside.add(request)
      return undefined
    }
    const now = new Date()
    const frame = { region: '000000', receivedAt: now, respondedAt: now, sequence: 0, profile: plainProfile }
    return reply
      .code(503)
      .headers({ 'retry-after': '5', connection: 'close' })
      .type('application/json; charset=utf-8')
      .send(
        writeRefusal(
          frame,
          '中心正在接收其他大报文，本次未作任何处理。请稍后用同一报文ID（msgid）重发，或分批上传明细。',
        ),
      )
  })
  const leave = async (request: FastifyRequest) => void inside.delete(request)
  app.addHook('onResponse', leave)
  app.addHook('onRequestAbort', leave)
}
