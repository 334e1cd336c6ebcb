import type { ParseArgsOptionsConfig } from 'node:util'
import { CommandFailed, readArgs } from './command.ts'

/** Reads the options of a tool of this repository; where they are wrong it says so, prints the help and ends with 2. */
export function toolOptions<O extends ParseArgsOptionsConfig>(options: O, help: string) {
  try {
    return readArgs(process.argv.slice(2), options).values
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    const [{ zh, en }] = error.faults as [CommandFailed['faults'][number]]
    return misusedTool(zh, en, help)
  }
}

/** Ends a tool that was called wrongly. */
export function misusedTool(zh: string, en: string, help: string): never {
  process.stderr.write(`${zh}\n${en}\n\n${help}\n`)
  process.exit(2)
}
