import type { FastifyInstance } from 'fastify'
import type { Deps } from './platform/deps.ts'

interface DemoReply {
  readonly accounts: readonly {
    readonly login: string
    readonly name: string
    readonly who: string
    readonly for: 'portal' | 'desk'
  }[]
}

/** What the console says when the platform is ready: where to go, as whom, and which day it is. */
export async function welcome(app: FastifyInstance, { config, clock }: Deps): Promise<string> {
  const { publicUrl, mode } = config
  const lines = [
    '',
    mode === 'demo'
      ? '一窗已就绪（演示）。Yichuang is ready (demonstration).'
      : '一窗已就绪。Yichuang is ready.',
    '',
    `  群众网厅  Portal    ${publicUrl}/`,
    `  经办工作台 Desk      ${publicUrl}/desk`,
    `  接口说明  API       ${publicUrl}/api/docs`,
  ]
  if (mode === 'demo') {
    lines.push('', `  演示日期  Demo day  ${clock.today()}`)
    const demo = await app.inject('/api/v1/demo')
    if (demo.statusCode === 200) lines.push('', ...accountLines(demo.json<DemoReply>().accounts))
  }
  lines.push('', '  按 Ctrl-C 停止。Press Ctrl-C to stop.', '')
  return lines.join('\n')
}

const SHOWN_OF_EACH_SIDE = 7

function accountLines(accounts: DemoReply['accounts']): string[] {
  const shown = (['portal', 'desk'] as const).flatMap((side) =>
    accounts.filter((account) => account.for === side).slice(0, SHOWN_OF_EACH_SIDE),
  )
  const more = accounts.length - shown.length
  return [
    '  演示账户（登录时点选，无需密码）  Demo accounts (choose one when signing in, no password)',
    ...shown.map(({ login, name, who }) => `    ${login.padEnd(20)}  ${name}  ${who}`),
    ...(more > 0 ? [`    还有 ${more} 个，见登录页  ${more} more on the sign-in page`] : []),
  ]
}
