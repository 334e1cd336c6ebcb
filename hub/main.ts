import { parseArgs } from 'node:util'
import { startHub, type Centre } from './hub.ts'

const HELP = `npm run hub -- --centre CITIES,URL,KEY,SECRET --centre … [--port 8090] [--lose-every N]

A provincial hub between centres on this machine, to try care outside the insured place.
  --centre      cities joined by +, the centre's address, and what was agreed with it (YICHUANG_HUB_KEY, …_SECRET):
                330600,http://127.0.0.1:8080/fsi/api/hub/callService,shaoxing,<at least 16 characters>
  --port        8090 unless told otherwise
  --lose-every  the answer to every N-th message is lost, as lines do`

const { values } = parseArgs({
  options: {
    centre: { type: 'string', multiple: true },
    port: { type: 'string', default: '8090' },
    'lose-every': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || !values.centre) {
  console.log(HELP)
  process.exitCode = values.help ? 0 : 2
} else await main(values.centre)

async function main(given: readonly string[]): Promise<void> {
  const centres = given.map(centreOf)
  const every = values['lose-every'] === undefined ? undefined : Number(values['lose-every'])
  if (every !== undefined && !(Number.isInteger(every) && every > 0))
    throw new Error('--lose-every must be a whole number above 0')
  let carried = 0
  const hub = await startHub({
    centres,
    port: Number(values.port),
    loses: () => every !== undefined && (carried += 1) % every === 0,
  })
  console.log(`The hub listens at ${hub.url} for ${centres.flatMap(({ cities }) => cities).join(', ')}`)
  const end = () => void hub.close()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

function centreOf(text: string): Centre {
  const [cities, url, accessKey, secret, ...more] = text.split(',')
  const known = cities?.split('+') ?? []
  if (!url || !accessKey || !secret || more.length > 0 || !known.every((city) => /^\d{4}00$/.test(city)))
    throw new Error(`--centre ${cities ?? ''}… must be CITIES,URL,KEY,SECRET; see --help`)
  return { cities: known, url, accessKey, secret }
}
