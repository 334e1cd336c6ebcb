/** A hospital to play with: `npm run hospital -- --url http://127.0.0.1:8080`. */
import path from 'node:path'
import { toolOptions } from '../apps/server/src/cli/tool-options.ts'
import { profileNames } from '../apps/server/src/modules/hospital/front/profiles/index.ts'
import { openStation } from './client/station.ts'
import type { DemoConnection } from '../apps/server/src/demo/connections.ts'
import { connectionOf, dayOf, pharmacyOf, stationOptions } from './demo.ts'
import { openHis } from './his.ts'
import { playLoad } from './load.ts'
import { playScript } from './script.ts'
import { openStore } from './store.ts'
import { serveHospital } from './web/server.ts'

const HELP = `npm run hospital -- [options]

  --url URL            医保中心地址 address of the centre, http://127.0.0.1:8080 unless told otherwise
  --profile PROFILE    接入方式 how messages are signed: ${profileNames.join(', ')}
  --institution CODE   机构编号 one of the demonstration's institutions
  --port N             网页端口 port of the page, 8090 unless told otherwise
  --data DIR           账本目录 where its books are kept; in memory unless told
  --script             演示一遍后退出 play everything once and end: 0 when all went as it must
  --load SECONDS       连续就诊 whole visits for some seconds, then the figures
  --lanes N            同时几人 so many visits at a time, 4 unless told otherwise
`

process.exitCode = await main()

async function main(): Promise<number> {
  const values = toolOptions(
    {
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      profile: { type: 'string' },
      institution: { type: 'string' },
      port: { type: 'string', default: '8090' },
      data: { type: 'string' },
      script: { type: 'boolean', default: false },
      load: { type: 'string' },
      lanes: { type: 'string', default: '4' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    HELP,
  )
  if (values.help) return tell(HELP)
  const profile = profileNames.find((name) => name === values.profile)
  if (values.profile !== undefined && profile === undefined)
    return fail(
      `没有接入方式 ${values.profile}。可用：${profileNames.join('、')}。`,
      `There is no profile ${values.profile}.`,
    )
  const connection = connectionOf(profile, values.institution)
  if (!connection)
    return fail(
      '演示数据中没有这样的机构和接入方式。',
      'The demonstration has no such institution with this profile.',
    )
  const url = values.url.replace(/\/+$/, '')
  if (!(await fetch(`${url}/health`).catch(() => undefined)))
    return fail(
      `连不上 ${url}。请先在另一个终端运行 npm start。`,
      `Nobody answers at ${url}. Run npm start in another terminal first.`,
    )

  const day = await dayOf(url)
  const open = (one: DemoConnection) => {
    const file =
      values.data === undefined ? undefined : path.join(values.data, `${one.institutionCode}.jsonl`)
    return openHis({ station: openStation(stationOptions(url, one, day)), store: openStore(file) })
  }
  const his = open(connection)
  const next = pharmacyOf(connection)
  const pharmacy = next && open(next)
  if (values.script)
    return (await playScript({ hospital: his, pharmacy, day }, ({ zh, en }) => void tell(`${zh}  ${en}\n`)))
      ? 0
      : 1
  if (values.load !== undefined) {
    const result = await playLoad(his, {
      seconds: Number(values.load) || 10,
      lanes: Number(values.lanes) || 4,
    })
    tell(`${JSON.stringify(result, null, 2)}\n`)
    return Object.keys(result.refused).length === 0 ? 0 : 1
  }
  const { url: address } = await serveHospital({ hospital: his, pharmacy, day }, Number(values.port))
  tell(`${connection.institutionName}（${connection.institutionCode}，${connection.profile}）  ${address}\n`)
  return 0
}

function tell(text: string): number {
  process.stdout.write(text)
  return 0
}

function fail(zh: string, en: string): number {
  process.stderr.write(`${zh}\n${en}\n`)
  return 2
}
