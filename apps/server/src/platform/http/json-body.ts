import type { FastifyInstance } from 'fastify'
import { UnreadableRequest } from './problems.ts'

// Ours are six deep. Whatever walks a value after it was read would run out of stack at some thousands.
const MOST_DEEP = 64

/** Reads bodies of JSON as the framework does (no `__proto__`, no `constructor`), and refuses those nested without end. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body)) done(UnreadableRequest({ what: TOO_DEEP }))
    else void parse(request, body, done)
  })
}

const TOO_DEEP = {
  zh: `请求正文嵌套超过 ${MOST_DEEP} 层`,
  en: `The body is nested more than ${MOST_DEEP} levels deep`,
}

/** Whether a text of JSON has more levels than anybody needs; brackets inside of texts do not count. */
export function isTooDeep(text: string): boolean {
  let [depth, quoted] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (quoted) {
      if (character === BACKSLASH) at += 1
      else if (character === QUOTE) quoted = false
    } else if (character === QUOTE) quoted = true
    else if (character === OPEN_LIST || character === OPEN_OBJECT) {
      depth += 1
      if (depth > MOST_DEEP) return true
    } else if (character === CLOSE_LIST || character === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125]
