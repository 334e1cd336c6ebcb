import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** `zombie`: ended, but its parent has not collected it yet, so the pid still looks taken. */
export type ProcessState = 'running' | 'zombie' | 'gone'

export function processState(pid: number): ProcessState {
  if (process.platform === 'linux') {
    try {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
      return afterName.startsWith('Z') || afterName.startsWith('X') ? 'zombie' : 'running'
    } catch {
      return 'gone'
    }
  }
  const line = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  if (line === '') return 'gone'
  return line.startsWith('Z') ? 'zombie' : 'running'
}

/** The command line of a process, or '' when it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
