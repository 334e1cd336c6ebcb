import { CalendarMissing } from '@yichuang/kernel'
import { CommandFailed } from './command.ts'
import type { CliFault, Command, ExitCode } from './command.ts'

/** Each command is the file of its name; it is loaded when the command is called. */
const commands: Readonly<Record<string, string>> = {
  due: 'the day a promise ends, with its ledger',
  elapsed: 'working days that have passed, with their ledger',
  calculate: 'the benefit of a claim, with its explanation',
  check: 'check an identity number or another code',
  packs: 'check all policy packs',
  found: 'open a city: its office and first administrator',
  institution: 'connect hospitals and pharmacies: add, rotate and list their secrets',
  load: 'load offices, hospitals, fees, people or settled bills',
  backup: 'write a backup',
  restore: 'restore a backup',
  'rotate-keys': 'encrypt everything with a new key',
  schema: 'check or write the dump of the database schema',
  'verify-audit': 'prove the audit chains',
}

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  if (!Object.hasOwn(commands, name)) {
    const names = Object.keys(commands)
    return report(2, {
      code: 'unknown-command',
      zh: `没有名为“${name}”的命令。可用命令：${names.join('、')}。请用 yichuang --help 查看用法。`,
      en: `There is no command “${name}”. Commands: ${names.join(', ')}. See yichuang --help.`,
    })
  }
  try {
    const command = (await import(`./${name}.ts`)) as Command
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(`${command.help.trimEnd()}\n`)
      return 0
    }
    return await command.run(args)
  } catch (error) {
    if (error instanceof CommandFailed) return report(error.exitCode, ...error.faults)
    if (error instanceof CalendarMissing) {
      const { code, year, known, sentences } = error
      return report(1, { code, zh: sentences['zh-CN'], en: sentences.en, year, known })
    }
    throw error
  }
}

function report(exitCode: ExitCode, ...faults: readonly CliFault[]): ExitCode {
  process.stderr.write(`${JSON.stringify({ faults }, null, 2)}\n`)
  return exitCode
}

function overview(): string {
  const rows = Object.entries(commands).map(([name, summary]) => `  ${name.padEnd(14)}${summary}\n`)
  return `Yichuang 一窗 on the command line: JSON in, JSON out.

Usage: yichuang <command> [options]

${rows.join('')}
yichuang <command> --help shows the options and an example.

Exit codes: 0 done · 1 asked rightly, but the answer is no · 2 asked wrongly.
Faults are printed to stderr as JSON, with a Chinese and an English sentence each.
`
}
