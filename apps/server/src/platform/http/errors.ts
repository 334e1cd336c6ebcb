import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type Sentences } from '../problem.ts'
import { newId } from '../uuid.ts'
import { preferredLanguage } from './language.ts'
import { NotFound, RequestTooLarge, Unexpected, UnreadableRequest, UnsupportedMediaType } from './problems.ts'

const notJson: Sentences = {
  zh: '请求正文不是有效的 JSON',
  en: 'The body is not valid JSON',
}
const cutShort: Sentences = {
  zh: '上传的内容不完整，可能是网络中断',
  en: 'The upload is not whole; the connection may have broken',
}
// The parser of uploads names its errors only in words.
const CUT_SHORT = /^Multipart: |unexpected end of multipart data|Malformed part header/i
const emptyBody: Sentences = {
  zh: '请求正文是空的',
  en: 'The body is empty',
}

/** Answers every failure as an RFC 9457 document in the caller's language; what nobody foresaw gets an incident number. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = asProblem(error, request)
    if (problem.status >= 500) request.log.error({ err: error, problem: problem.code }, problem.message)
    else
      request.log.info(
        { problem: problem.code, ...(problem.cause !== undefined && { err: problem.cause }) },
        'refused',
      )
    return sendProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, NotFound()))
}

/** What the framework refuses before any route is found, such as `/a%`, is told like everything else. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(request, reply, asProblem(error, request))
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) void reply.header('retry-after', problem.retryAfter)
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .send(JSON.stringify(problem.render(preferredLanguage(request.headers['accept-language']))))
}

/** What Node makes of a request whose sender went away in the middle of it. */
function hungUp({ code, message }: FastifyError): boolean {
  return code === 'ECONNRESET' && message === 'aborted'
}

function asProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return RequestTooLarge({ limit: request.routeOptions.bodyLimit ?? 0 }, { cause: error })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return UnsupportedMediaType(undefined, { cause: error })
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return UnreadableRequest({ what: emptyBody }, { cause: error })
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return UnreadableRequest({ what: notJson }, { cause: error })
    default:
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return UnreadableRequest({ what: { zh: '请求格式不正确', en: error.message } }, { cause: error })
  if (CUT_SHORT.test(error.message) || hungUp(error))
    return UnreadableRequest({ what: cutShort }, { cause: error })
  return Unexpected({ incident: newId() }, { cause: error })
}
