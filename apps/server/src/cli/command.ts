import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Fault } from '@yichuang/kernel'

/** What the file of a command exports. */
export interface Command {
  /** printed for `yichuang <command> --help` */
  readonly help: string
  /** Runs the command with the arguments behind its name and returns the exit code. */
  run(args: readonly string[]): number | Promise<number>
}

/** 0: done. 1: asked rightly, but the answer is no. 2: asked wrongly (option, value, pack). */
export type ExitCode = 0 | 1 | 2

/** One thing that is wrong, in both languages, with whatever a program may want beside it. */
export interface CliFault {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly [more: string]: unknown
}

/** Ends a command: its faults are printed to stderr as JSON. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly exitCode: ExitCode
  readonly faults: readonly CliFault[]

  constructor(exitCode: ExitCode, ...faults: readonly CliFault[]) {
    super(faults.map(({ en }) => en).join(' '))
    this.exitCode = exitCode
    this.faults = faults
  }
}

/** Ends a command that was called wrongly. */
export function misused(code: string, zh: string, en: string): CommandFailed {
  return new CommandFailed(2, { code, zh, en })
}

/** A fault of the kernel as the command line prints it. */
export function cliFault({ code, sentences, values }: Fault): CliFault {
  return { code, zh: sentences['zh-CN'], en: sentences.en, ...(Object.keys(values).length > 0 && { values }) }
}

/** Reads options and at most `most` further words; anything else ends the command with a sentence. */
export function readArgs<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O, most = 0) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: most > 0, strict: true })
    if (read.positionals.length <= most) return read
    throw new TypeError(`Unexpected argument '${read.positionals[most]}'`)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const allowed = Object.keys(options).map((name) => `--${name}`)
    throw misused(
      'arguments',
      `参数有误：${message}。可用选项：${allowed.join('、') || '无'}。请用 --help 查看用法。`,
      `The arguments are wrong: ${message}. Options: ${allowed.join(', ') || 'none'}. See --help.`,
    )
  }
}

/** The value of an option that must be there. */
export function required(value: string | undefined, option: string, example: string): string {
  if (value !== undefined && value !== '') return value
  throw misused(
    'option-missing',
    `缺少选项 --${option}。请补上，例如 --${option} ${example}。`,
    `The option --${option} is missing. Add it, e.g. --${option} ${example}.`,
  )
}

/** Prints the answer as JSON. */
export function printJson(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
}
