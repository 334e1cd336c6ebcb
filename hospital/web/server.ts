import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { BILL, patientsOf, WARD_BILLS } from '../demo.ts'
import { REVERSIBLE } from '../his.ts'
import { playScript, type House } from '../script.ts'
import type { Said } from '../script/stage.ts'
import { perform, type Asked } from './acts.ts'

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['page.html', 'text/html'],
  '/page.css': ['page.css', 'text/css'],
  '/page.js': ['page.js', 'text/javascript'],
  '/visits.js': ['visits.js', 'text/javascript'],
  '/words.js': ['words.js', 'text/javascript'],
}
const MOST_SHOWN = 50

/** The play of everything at once, as far as it went. */
interface Play {
  readonly said: Said[]
  running: boolean
}

/** Serves the page of the hospital on this machine only. */
export function serveHospital(house: House, port: number): Promise<{ url: string; stop: () => void }> {
  const play: Play = { said: [], running: false }
  const server = createServer((request, response) => {
    answer(house, play, request, response).catch(() => response.writeHead(500).end())
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address()
      const url = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}/`
      resolve({ url, stop: () => void server.close() })
    })
  })
}

async function answer(
  house: House,
  play: Play,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = request.url ?? '/'
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'self'",
      'cache-control': 'no-store',
    })
    response.end(body)
  }
  const sendState = (more: object = {}) =>
    send(200, 'application/json', JSON.stringify({ ...more, state: stateOf(house, play) }))
  const file = FILES[url]
  if (file) return send(200, file[1], readFileSync(new URL(file[0], import.meta.url), 'utf8'))
  if (url === '/favicon.ico') return send(204, 'image/x-icon', '')
  if (url === '/state') return sendState()
  if (url !== '/act' || request.method !== 'POST') return send(404, 'text/plain', 'not found')
  // A page of another site cannot send this header without asking first, and is not answered.
  if (request.headers['x-hospital'] !== '1') return send(403, 'text/plain', 'not from this page')
  const asked = await bodyOf(request)
  if (asked.act !== 'play') return sendState(await perform(house, asked))
  begin(house, play)
  sendState()
}

/** Plays everything while the page looks on; one play at a time. */
function begin(house: House, play: Play): void {
  if (play.running) return
  play.said.length = 0
  play.running = true
  const failed = (error: unknown) => {
    const what = error instanceof Error ? error.message : String(error)
    play.said.push({ zh: `✗ 演示中断：${what}`, en: `✗ the play broke off: ${what}`, held: false })
  }
  void playScript(house, (said) => void play.said.push(said))
    .catch(failed)
    .finally(() => (play.running = false))
}

function stateOf({ hospital, pharmacy }: House, play: Play) {
  const { institution, profile, today } = hospital.station.options
  const machines = [hospital, ...(pharmacy ? [pharmacy] : [])]
  const newestFirst = <T extends { readonly at: string }>(all: readonly T[]) =>
    all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).toReversed()
  return {
    institution,
    neighbour: pharmacy?.institution.name ?? null,
    profile,
    today: today(),
    play,
    patients: patientsOf(institution.region),
    lines: { treat: BILL.length, ward: WARD_BILLS.flat().length },
    reversible: [...REVERSIBLE],
    visits: newestFirst(
      machines.flatMap(({ store, institution: { name } }) =>
        store.visits().map((visit) => ({ ...visit, at: visit.number.slice(2), institution: name })),
      ),
    ).slice(0, MOST_SHOWN),
    journal: newestFirst(machines.flatMap(({ store }) => store.journal().filter(({ act }) => act !== 'send')))
      .slice(0, MOST_SHOWN)
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
