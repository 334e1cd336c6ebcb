import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { ReplyLost } from '../client/station.ts'
import { BILL, patientsOf } from '../demo.ts'
import { Refused, type His } from '../his.ts'
import { reconcile } from '../reconcile.ts'

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['page.html', 'text/html'],
  '/page.css': ['page.css', 'text/css'],
  '/page.js': ['page.js', 'text/javascript'],
  '/words.js': ['words.js', 'text/javascript'],
}
const MOST_SHOWN = 50

/** Serves the page of the hospital on this machine only. */
export function serveHospital(his: His, port: number): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => void answer(his, request, response))
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address()
      const url = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}/`
      resolve({ url, stop: () => void server.close() })
    })
  })
}

async function answer(his: His, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '/'
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'self'",
      'cache-control': 'no-store',
    })
    response.end(body)
  }
  const file = FILES[url]
  if (file) return send(200, file[1], readFileSync(new URL(file[0], import.meta.url), 'utf8'))
  if (url === '/favicon.ico') return send(204, 'image/x-icon', '')
  if (url === '/state') return send(200, 'application/json', JSON.stringify(stateOf(his)))
  if (url !== '/act' || request.method !== 'POST') return send(404, 'text/plain', 'not found')
  // A page of another site cannot send this header without asking first, and is not answered.
  if (request.headers['x-hospital'] !== '1') return send(403, 'text/plain', 'not from this page')
  const result = await act(his, await bodyOf(request))
  send(200, 'application/json', JSON.stringify({ ...result, state: stateOf(his) }))
}

interface Asked {
  readonly act: string
  readonly visit?: string
  readonly idNumber?: string
  readonly lose?: boolean
}

/** Does what a button says; what went wrong is part of the answer. */
async function act(his: His, asked: Asked): Promise<object> {
  const visit = asked.visit ?? ''
  const options = { lose: asked.lose ? ('reply' as const) : undefined }
  try {
    switch (asked.act) {
      case 'sign-in':
        return { said: (await his.signIn()).output.signinoutb.sign_no }
      case 'register':
        return { visit: await his.register(asked.idNumber ?? '', options) }
      case 'treat':
        await his.diagnose(visit)
        await his.upload(visit, BILL)
        return {}
      case 'pre-settle':
        await his.preSettle(visit)
        return {}
      case 'settle':
        await his.settle(visit, options)
        return {}
      case 'retry':
        await his.retry(visit)
        return {}
      case 'reverse':
        await his.reverse(visit)
        return {}
      case 'cancel':
        await his.cancel(visit, options)
        return {}
      case 'reconcile':
        return { compared: await reconcile(his, his.station.options.today()) }
      default:
        return { fault: '没有这个操作。' }
    }
  } catch (error) {
    if (error instanceof ReplyLost) return { lost: true }
    if (error instanceof Refused) return { fault: error.message }
    return { fault: `医院系统出错：${error instanceof Error ? error.message : String(error)}` }
  }
}

function stateOf(his: His) {
  const { institution, profile, today } = his.station.options
  return {
    institution,
    profile,
    today: today(),
    patients: patientsOf(institution.region),
    lines: BILL,
    visits: his.store.visits().slice(-MOST_SHOWN).toReversed(),
    journal: his.store
      .journal()
      .filter(({ act }) => act !== 'send')
      .slice(-MOST_SHOWN)
      .toReversed()
      .map(({ at, act, infno, msgid, ok, reason }) => ({ at, act, infno, msgid, ok, reason })),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) return { act: '' }
  }
  try {
    return JSON.parse(text) as Asked
  } catch {
    return { act: '' }
  }
}
