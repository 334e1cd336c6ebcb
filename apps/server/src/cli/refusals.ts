import { Refusal } from '../platform/refusal.ts'
import { CommandFailed } from './command.ts'

/** Runs a command and turns a refusal of the platform into the command line's form of a fault. */
export async function refusals(work: () => Promise<void>): Promise<0> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { zh, en } = error
    throw new CommandFailed(1, { code: 'refused', zh, en })
  }
}
