import { mkdirSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { createApp } from './app.ts'
import { seedDemo } from './demo/index.ts'
import { readConfig, type Config } from './config.ts'
import { createLog, withoutPersonalData, type Logger } from './platform/log.ts'
import { openPlatform, type Platform } from './platform/open.ts'
import { Refusal } from './platform/refusal.ts'
import { welcome } from './welcome.ts'

const LAST_WORDS_MS = 15_000

try {
  await main()
} catch (error) {
  // A driver's error carries the row it was about; people read its message and stack only.
  const words =
    error instanceof Refusal ? error.message : withoutPersonalData((error as Error).stack ?? String(error))
  console.error(`\n${words}\n`)
  process.exit(1)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { production: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } },
  })
  const config = readConfig(values, process.env)
  await checkPort(config)
  const log = openLog(config)
  const tell = (message: string) => console.log(`· ${message}`)
  const platform = await openPlatform(config, { log, tell, serving: true })
  try {
    await serve(platform, tell)
  } catch (error) {
    await platform.close()
    throw error
  }
}

async function serve({ deps, lock, close }: Platform, tell: (message: string) => void): Promise<void> {
  const { config, log } = deps
  let app: FastifyInstance | undefined
  let ending = false
  const end = async (why: string): Promise<void> => {
    // Asked a second time, somebody is in a hurry; what was committed is safe anyway.
    if (ending) process.exit(130)
    ending = true
    log.info({ why }, 'stopping')
    setTimeout(() => process.exit(1), LAST_WORDS_MS).unref()
    await app?.close()
    await close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(signal))
  // The launcher was killed: without it nobody could stop us any more.
  process.on('disconnect', () => void end('launcher gone'))
  process.on('unhandledRejection', (reason) => log.fatal({ err: reason }, 'unhandled rejection'))

  app = await createApp(deps)
  if (config.mode === 'demo') await seedDemo(deps, tell)
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    throw cannotListen(error as NodeJS.ErrnoException, config)
  }
  lock?.describe(`${config.publicUrl}, process ${process.pid}`)
  deps.outbox.start()
  deps.jobs.start()
  log.info({ port: config.port, mode: config.mode }, 'ready')
  console.log(await welcome(app, deps))
  process.send?.({ ready: true, url: config.publicUrl })
}

function openLog({ logLevel, logTo }: Config): Logger {
  if (logTo === '-') return createLog(logLevel)
  mkdirSync(path.dirname(logTo), { recursive: true })
  return createLog(logLevel, pino.destination({ dest: logTo, mkdir: true, sync: false, mode: 0o600 }))
}

/** Asked before anything is set up, so that nobody waits for a database only to hear that the port is taken. */
function checkPort(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => reject(cannotListen(error, config)))
    probe.listen({ host: config.host, port: config.port }, () => probe.close(() => resolve()))
  })
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new Refusal(
      `端口 ${port} 已被其他程序占用。请关闭它，或换一个端口：npm start -- --port ${port + 1}`,
      `Port ${port} is used by another program. Close it, or take another port: npm start -- --port ${port + 1}`,
    )
  if (error.code === 'EACCES')
    return new Refusal(
      `当前用户不能使用端口 ${port}。请换一个 1024 以上的端口：npm start -- --port 8080`,
      `This user may not use port ${port}. Take one above 1024: npm start -- --port 8080`,
    )
  if (error.code === 'EADDRNOTAVAIL')
    return new Refusal(
      `本机没有地址 ${host}。请检查 YICHUANG_HOST。`,
      `This machine has no address ${host}. Check YICHUANG_HOST.`,
    )
  return error
}
