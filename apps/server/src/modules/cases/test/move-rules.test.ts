import { plainDate } from '@yichuang/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/uuid.ts'
import { makeLibrary } from '../../catalogue/index.ts'
import { messagesOf } from '../../letters/message.service.ts'
import { readCase } from '../case.queries.ts'
import { moveRunningCases } from '../move-rules.ts'
import { acceptCase } from '../review.service.ts'
import { caseView } from '../view.ts'
import { JINING, openTown, type Town } from './town.ts'
import { PLAIN_ITEM } from './plain-item.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
const ITEM = `cn/items/${PLAIN_ITEM}.yaml`
const at = (minute: string) => new Date(`${minute}:00+08:00`)

/** Publishes the plain item with its text changed, and gives the pack it is in now. */
async function publish(change: (text: string) => string) {
  const { files, publication } = town.packs.library()
  const changes = { [ITEM]: { before: files.get(ITEM)!, after: change(files.get(ITEM)!) } }
  const library = makeLibrary(files, [{ seq: publication + 1, changes }])
  await town.tx((db) =>
    town.packs.publish(db, library, {
      seq: publication + 1,
      publishedOn: plainDate('2020-02-20'),
      publishedAt: at('2020-02-20T09:00'),
      title: '缩短承诺期限',
      reason: '试',
      authorId: newId(),
      authorName: '鲁明远',
      publishedById: newId(),
      publishedByName: '邵玉洁',
      draftId: newId(),
      trialId: newId(),
      changes,
      diff: [],
      libraryHash: library.hash,
    }),
  )
  await town.packs.refresh()
  return town.packs.current(JINING)
}

async function running() {
  const handed = await town.handedIn('2020-02-17T10:00')
  return town.tx((db) => acceptCase(db, town.at(town.staff.clerk, '2020-02-18T10:00'), handed, handed))
}
const move = async (pack: Awaited<ReturnType<typeof publish>>) =>
  moveRunningCases(town.db, JINING, { pack, title: '缩短承诺期限', at: at('2020-02-20T09:30') })

describe('a running case, when newer rules are published', () => {
  it('stays on its own where the item does not say that it moves', async () => {
    const before = await running()
    const pack = await publish((text) => text.replaceAll('workingDays: 9', 'workingDays: 8'))
    expect(await move(pack)).toBe(0)
    expect((await readCase(town.db, before))!.packHash).toBe(before.packHash)
  })

  it('moves where the item says so: its limit follows, both days are kept, and the person is told', async () => {
    const before = await running()
    const pack = await publish((text) =>
      text
        .replaceAll('workingDays: 8', 'workingDays: 5')
        .replaceAll(/^( +)process: /gm, '$1runningCases: move\n$1process: '),
    )
    expect(await move(pack)).toBeGreaterThan(0)
    expect(await move(pack)).toBe(0)
    const after = (await readCase(town.db, before))!
    expect([before.promisedDays, after.promisedDays]).toEqual([8, 5])
    expect(after.packHash).toBe(pack.hash)
    expect(after.dueOn! < before.dueOn!).toBe(true)
    const view = await caseView(town.db, after, town.at(town.person, '2020-02-20T10:00'))
    expect(view.timeline.map(({ act }) => act)).toContain('rules-moved')
    const { items } = await messagesOf(new Map([[JINING, town.db]]), town.person.personId, { language: 'zh' })
    expect(items.find(({ kind }) => kind === 'rules-moved')!.text).toContain('缩短承诺期限')
  })

  it('stays where its state is not known to the new rules or the item is no longer offered', async () => {
    const before = await running()
    const pack = await publish((text) => text.replaceAll('status: live', 'status: guide'))
    expect(await move(pack)).toBe(0)
    expect((await readCase(town.db, before))!.packHash).toBe(before.packHash)
  })
})
