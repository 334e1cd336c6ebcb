/** Examines a centre: `npm run conformance -- http://127.0.0.1:8080`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CommandFailed, readArgs } from '../apps/server/src/cli/command.ts'
import { examine } from './examine.ts'
import { asHtml, asMarkdown } from './readable.ts'
import { isGenuine, signReport, type SignedReport } from './sign.ts'
import { demoTarget, readBooks, readTarget, TargetFault, type DayBooks } from './target.ts'

const HELP = `npm run conformance -- URL [options]        examines a centre
npm run conformance -- --verify report.json   proves that a report was not changed

  --target FILE      机构、参保人和费用 institution, person and bill, as JSON; the demonstration's unless told otherwise
  --profile PROFILE  演示机构的接入方式 how the demonstration's institution signs
  --books FILE       上次检查写出的 books.json：那一天已过完，可以对账 what an examination before has settled, to be reconciled
  --key FILE         签名私钥 Ed25519 private key (PEM); a new one otherwise, which proves less
  --public-key KEY   --verify 时核对签名人 the key that must have signed, Base64
  --out DIR          报告目录 where report.json, report.md, report.html and books.json are written, ./conformance-report

It books real visits and settlements: use a test institution. Exit code 0: all checks passed. 1: some failed. 2: asked wrongly.
`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args)
  } catch (error) {
    if (error instanceof CommandFailed) {
      for (const { zh, en } of error.faults) process.stderr.write(`${zh}\n${en}\n`)
      return 2
    }
    if (!(error instanceof TargetFault) && !(error instanceof TypeError) && !(error instanceof RangeError))
      throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    {
      target: { type: 'string' },
      profile: { type: 'string' },
      books: { type: 'string' },
      key: { type: 'string' },
      'public-key': { type: 'string' },
      verify: { type: 'string' },
      out: { type: 'string', default: 'conformance-report' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    1,
  )
  if (values.help) return tell(HELP)
  if (values.verify !== undefined) return verify(values.verify, values['public-key'])
  const url = positionals[0]?.replace(/\/+$/, '')
  if (url === undefined && values.target === undefined)
    throw new TargetFault(
      '请给出中心的地址，例如 npm run conformance -- http://127.0.0.1:8080。 Give the address of the centre.',
    )
  const found =
    values.target === undefined ? await demoTarget(url!, values.profile) : readTarget(values.target, url)
  const target = values.books === undefined ? found : { ...found, books: readBooks(values.books) }
  const key = values.key === undefined ? undefined : readFileSync(values.key, 'utf8')
  let books: DayBooks | undefined
  const report = await examine(target, undefined, (made) => void (books = made))
  const signed = signReport(report, key)
  write(values.out, signed)
  writeFileSync(path.join(values.out, 'books.json'), `${JSON.stringify(books, null, 2)}\n`)
  for (const { id, zh, status, finding } of signed.report.results)
    if (status !== 'passed') tell(`${status === 'failed' ? '✗' : '–'} ${id}  ${zh}\n  ${finding}\n`)
  const { passed, failed, skipped, messages } = signed.report
  tell(
    `通过 passed ${passed}，不通过 failed ${failed}，未检查 skipped ${skipped}；${messages} 条报文 messages → ${values.out}\n`,
  )
  return failed === 0 ? 0 : 1
}

function write(folder: string, signed: SignedReport): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'report.json'), `${JSON.stringify(signed, null, 2)}\n`)
  writeFileSync(path.join(folder, 'report.md'), asMarkdown(signed))
  writeFileSync(path.join(folder, 'report.html'), asHtml(signed))
}

function verify(file: string, publicKey: string | undefined): number {
  const signed = JSON.parse(readFileSync(file, 'utf8')) as SignedReport
  const genuine = isGenuine(signed, publicKey)
  tell(
    genuine ? '报告未被改动。 The report is as it was signed.\n' : '签名不符。 The signature does not fit.\n',
  )
  return genuine ? 0 : 1
}

function tell(text: string): number {
  process.stdout.write(text)
  return 0
}
