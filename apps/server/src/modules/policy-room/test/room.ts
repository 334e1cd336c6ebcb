import type { DraftEdit } from '@yichuang/contracts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import type { Job, Jobs } from '../../../platform/jobs.ts'
import { createLog } from '../../../platform/log.ts'
import { openTown } from '../../../../test/claims-town.ts'
import { policyRoomRoutes } from '../index.ts'

/** A city with cases, and a policy room with two officers and a leader. */
export async function openRoom(regionCode = '330600') {
  const jobs: Job[] = []
  const town = await openTown({
    regionCode,
    now: '2020-10-12T02:00:00Z',
    register: (app, deps) =>
      policyRoomRoutes(app, {
        ...deps,
        log: createLog('silent'),
        jobs: { add: (job: Job) => void jobs.push(job) } as unknown as Jobs,
      }),
  })
  const officer = await town.staff('童雅琴', 'policy')
  const second = await town.staff('阮思齐', 'policy')
  const leader = await town.staff('竺庆华', 'leader')
  const api = async (what: string, as: StaffCaller, body?: object) => {
    const [method, url] = what.split(' ')
    return town.call(`${method} /api/v1${url}`, { as, ...(body && { body }) })
  }
  const ok = async (what: string, as: StaffCaller, body?: object) => {
    const answer = await api(what, as, body)
    if (answer.status !== 200) throw new Error(`${what} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const draft = (title = '调整办理期限') =>
    ok('POST /policy/drafts', officer, { title, reason: '落实文件要求' })
  const edit = (view: { draftId: string; version: number }, edit: DraftEdit, as = officer) =>
    api(`POST /policy/drafts/${view.draftId}/edits`, as, { version: view.version, edit })
  /** a trial, once it has ended */
  const tried = async (view: { draftId: string; version: number }, asIf?: string) => {
    const { trialId } = await ok(`POST /policy/drafts/${view.draftId}/trials`, officer, {
      version: view.version,
      ...(asIf && { asIf }),
    })
    for (;;) {
      const trial = await ok(`GET /policy/trials/${trialId}`, officer)
      if (trial.state !== 'running') return trial
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { town, packs: town.packs, jobs, officer, second, leader, api, ok, draft, edit, tried }
}
export const SOURCE = { document: 'shaoxing-2020-9', clause: '二（三）', quote: '确保患者得到及时救治' }
export const LIMIT = {
  kind: 'limit',
  pack: 'cn-33-06-shaoxing',
  item: 'claims.inpatient',
  from: '2020-10-01',
  limit: 'promised',
  workingDays: 5,
  runningCases: 'move',
  source: SOURCE,
} as const satisfies DraftEdit
