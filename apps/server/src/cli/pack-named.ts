import type { Pack } from '@yichuang/policy'
import { loadPackFolder } from '../packs/index.ts'
import { CommandFailed, misused } from './command.ts'

/** The pack of that id, or the end of the command with the ids there are. */
export async function packNamed(id: string): Promise<Pack> {
  const load = await loadPackFolder()
  if (!load.ok) {
    const faults = load.faults.map(({ kind, file, line, what, mend, zh }) => ({
      code: kind,
      zh: `${zh.what}。${zh.mend}`,
      en: `${what}. ${mend}`,
      file,
      line,
    }))
    throw new CommandFailed(1, ...faults)
  }
  const pack = load.packs.get(id)
  if (pack) return pack
  const ids = [...load.packs.keys()]
  throw misused(
    'unknown-pack',
    `没有名为“${id}”的政策包。现有：${ids.join('、')}。请改正 --pack。`,
    `There is no policy pack “${id}”. There are: ${ids.join(', ')}. Correct --pack.`,
  )
}
