import { misusedTool, toolOptions } from '../apps/server/src/cli/tool-options.ts'
import { startHub, type Centre } from './hub.ts'
import { walk } from './walk.ts'

const HELP = `npm run hub -- --centre CITIES,URL,KEY,SECRET --centre … [--port 8090] [--lose-every N]

A provincial hub between centres on this machine, to try care outside the insured place.
  --centre      cities joined by +, the centre's address, and what was agreed with it (YICHUANG_HUB_KEY, …_SECRET):
                330600,http://127.0.0.1:8080/fsi/api/hub/callService,shaoxing,<at least 16 characters>
  --port        8090 unless told otherwise
  --lose-every  the answer to every N-th message is lost, as lines do
  --walk        once it listens, walks a visit of somebody insured at the first centre to a hospital of the second,
                without a referral and with one, and ends: 0 when all went as it must (demonstrations only)`

const values = toolOptions(
  {
    centre: { type: 'string', multiple: true },
    port: { type: 'string', default: '8090' },
    'lose-every': { type: 'string' },
    walk: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  HELP,
)

if (values.help || !values.centre) {
  console.log(HELP)
  process.exitCode = values.help ? 0 : 2
} else await main(values.centre)

async function main(given: readonly string[]): Promise<void> {
  const centres = given.map(centreOf)
  const every = values['lose-every'] === undefined ? undefined : Number(values['lose-every'])
  if (every !== undefined && !(Number.isInteger(every) && every > 0))
    misusedTool('--lose-every 应为大于 0 的整数。', '--lose-every must be a whole number above 0.', HELP)
  let carried = 0
  const hub = await startHub({
    centres,
    port: Number(values.port),
    loses: () => every !== undefined && (carried += 1) % every === 0,
  })
  console.log(`The hub listens at ${hub.url} for ${centres.flatMap(({ cities }) => cities).join(', ')}`)
  const end = () => void hub.close()
  if (values.walk) {
    const [insured, care] = centres.map(({ cities, url }) => ({ city: cities[0], url: new URL(url).origin }))
    if (!insured || !care) misusedTool('--walk 需要两个中心。', '--walk needs two centres.', HELP)
    const { unreferred, referred } = await walk(insured, care, (line) => console.log(line))
    console.log(`The funds paid ${unreferred} without a referral and ${referred} with one`)
    return end()
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

function centreOf(text: string): Centre {
  const [cities, url, accessKey, secret, ...more] = text.split(',')
  const known = cities?.split('+') ?? []
  if (
    !url ||
    !URL.canParse(url) ||
    !accessKey ||
    !secret ||
    more.length > 0 ||
    !known.every((city) => /^\d{4}00$/.test(city))
  )
    misusedTool(
      `--centre ${cities ?? ''}… 应写成：城市,地址,标识,密钥。`,
      `--centre ${cities ?? ''}… must be CITIES,URL,KEY,SECRET.`,
      HELP,
    )
  return { cities: known, url, accessKey, secret }
}
