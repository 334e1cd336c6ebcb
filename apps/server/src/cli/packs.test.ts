import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PACKS_FOLDER } from '../packs/index.ts'
import { run } from './packs.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'))
  await cp(PACKS_FOLDER, folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function packs(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(
    args,
    (text) => out.push(text),
    (text) => err.push(text),
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

it('says that the packs load, and in which points each place differs', async () => {
  const { code, out } = await packs(folder, '--lang', 'zh')
  expect(code).toBe(0)
  expect(out).toContain('绍兴市  cn-33-06-shaoxing')
  expect(out).toContain('不同于 cn：item claims.inpatient')
  expect(out).toContain('借用 cn-36-01-nanchang 的待遇表')
})

it('prints what a program needs', async () => {
  const { code, out } = await packs(folder, '--json')
  const { ok, packs: list } = JSON.parse(out) as {
    ok: boolean
    packs: { id: string; borrowsFrom: string | null }[]
  }
  expect([code, ok]).toEqual([0, true])
  expect(list.find(({ id }) => id === 'cn-37-08-jining')?.borrowsFrom).toBe('cn-36-01-nanchang')
})

it('names file, line, mistake and cure of a changed quote, in the language asked for', async () => {
  const file = join(folder, 'cn-33-06-shaoxing/measures/shaoxing-2020-9.yaml')
  const sound = await readFile(file, 'utf8')
  await writeFile(file, sound.replace('先救治后结算', '先结算后救治'))
  const [en, zh, json] = [
    await packs(folder, '--lang', 'en'),
    await packs(folder, '--lang', 'zh'),
    await packs(folder, '--json'),
  ]
  await writeFile(file, sound)
  expect([en.code, zh.code, json.code]).toEqual([1, 1, 1])
  expect(en.err).toMatch(/^cn-33-06-shaoxing\/measures\/shaoxing-2020-9\.yaml:\d+:\d+\n/)
  expect(en.err).toContain('does not occur in 《绍兴市医疗保障局关于做好')
  expect(en.err).toContain('→ Copy the words from the document as they stand')
  expect(zh.err).toContain('→ 请照抄文件原文')
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, faults: [{ kind: 'quote-not-found' }] })
})

it('works every example out, and names the one that differs by a fen with its line', async () => {
  const file = join(folder, 'cn-11-beijing/examples/employee-inpatient.yaml')
  const sound = await readFile(file, 'utf8')
  await writeFile(file, sound.replace('fund: 4289500', 'fund: 4289501'))
  const { code, err } = await packs(folder, '--lang', 'zh')
  await writeFile(file, sound)
  expect(code).toBe(1)
  expect(err).toMatch(/^cn-11-beijing\/examples\/employee-inpatient\.yaml:\d+:\d+\n/)
  expect(err).toContain('fund 算得 42895.00，算例写的是 42895.01')
})

it('watches: after a save it says what is wrong, and in one line when it is mended', async () => {
  const file = join(folder, 'cn-11-beijing/examples/employee-inpatient.yaml')
  const sound = await readFile(file, 'utf8')
  const said: string[] = []
  const heard = async (words: string) => {
    await expect.poll(() => said.join('\n'), { timeout: 15_000, interval: 50 }).toContain(words)
    said.length = 0
  }
  const say = (text: string) => void said.push(text)
  const watching = run([folder, '--watch', '--lang', 'zh'], say, say)
  await heard('商洛市')
  await writeFile(file, sound.replace('fund: 4289500', 'fund: 4289501'))
  await heard('政策包有 1 处错误，未加载。')
  await writeFile(file, sound)
  await heard('个政策包没有错误')
  process.emit('SIGINT')
  expect(await watching).toBe(0)
})

it('a folder without packs, an unknown option and an unknown language are told apart', async () => {
  await expect(packs(join(folder, 'nowhere'))).rejects.toMatchObject({
    exitCode: 2,
    faults: [{ code: 'no-packs' }],
  })
  await expect(packs('--colour')).rejects.toMatchObject({ exitCode: 2, faults: [{ code: 'arguments' }] })
  await expect(packs('--lang', 'fr')).rejects.toMatchObject({ exitCode: 2, faults: [{ code: 'language' }] })
})
