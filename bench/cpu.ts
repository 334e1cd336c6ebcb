import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import type { Server } from './server.ts'

/** Milliseconds of CPU used so far. */
export interface Cpu {
  readonly server: number
  readonly postgres: number
  readonly client: number
}

/** Of PostgreSQL, by the postmaster and every process it has now. */
export function cpuOf({ pid }: Server, postmaster: number): Cpu {
  const { user, system } = process.cpuUsage()
  return { server: cpuMs(pid), postgres: postgresMs(postmaster), client: (user + system) / 1000 }
}

const TICK_MS = 10

/** Fields of /proc/PID/stat behind the name, which may hold blanks; nothing for a process that is gone. */
function statOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function cpuMs(pid: number): number {
  const [user, system] = statOf(pid).slice(11, 13)
  return (Number(user ?? 0) + Number(system ?? 0)) * TICK_MS
}

function postgresMs(postmaster: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = pids.map(Number).filter((pid) => Number(statOf(pid)[1]) === postmaster)
  return [postmaster, ...children].reduce((sum, pid) => sum + cpuMs(pid), 0)
}

/** The process of which every other one of a PostgreSQL is a child. */
export async function postmasterOf(sql: pg.Client): Promise<number> {
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid')
  return Number(statOf(rows[0]!.pid)[1])
}
