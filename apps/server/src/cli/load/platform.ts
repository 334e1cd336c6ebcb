import { parseRegion } from '@yichuang/kernel'
import type { RegionCode } from '@yichuang/kernel'
import { readConfig, type ConfigArguments } from '../../config.ts'
import type { Deps } from '../../platform/deps.ts'
import { createLog } from '../../platform/log.ts'
import { openPlatform } from '../../platform/open.ts'
import { Problem } from '../../platform/problem.ts'
import { CommandFailed, cliFault, required, type CliFault } from '../command.ts'
import { refusals } from '../refusals.ts'

/** Does a command's work on the platform, beside a server that may be running, and tells every expected failure as a fault. */
export function onPlatform(values: ConfigArguments, work: (deps: Deps) => Promise<void>): Promise<0> {
  return refusals(async () => {
    const platform = await openPlatform(readConfig(values, process.env), {
      log: createLog('silent'),
      tell: () => undefined,
      beside: true,
    })
    try {
      await work(platform.deps)
    } catch (error) {
      if (error instanceof Problem) throw new CommandFailed(1, problemFault(error))
      throw error
    } finally {
      await platform.close()
    }
  })
}

/** A problem of a module as the command line prints it. */
export function problemFault(problem: Problem): CliFault {
  const say = (language: 'zh' | 'en') => {
    const { title, detail, mend } = problem.render(language)
    const [end, gap] = language === 'zh' ? ['。', ''] : ['.', ' ']
    return [detail ?? title, mend].map((words) => `${words.replace(/[。.]$/, '')}${end}`).join(gap)
  }
  return { code: problem.code, zh: say('zh'), en: say('en') }
}

/** The city named by `--region`; a county or a province is refused. */
export function cityOption(value: string | undefined): RegionCode {
  const read = parseRegion(required(value, 'region', '330600'))
  if (!read.ok) throw new CommandFailed(2, cliFault(read.fault))
  const { code, level } = read.value
  if (level === 'city') return code
  throw new CommandFailed(2, {
    code: 'region-no-city',
    zh: `--region 应为城市的区划代码（后两位为 00），例如 330600；${code} 不是。`,
    en: `--region must be the code of a city, which ends in 00, e.g. 330600; ${code} is not.`,
  })
}
