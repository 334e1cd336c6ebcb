import { plainDate } from '@yichuang/kernel'
import { itemOn } from '@yichuang/policy'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKS_FOLDER } from '../../packs/index.ts'
import { inTransaction } from '../../platform/db.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import { makeLibrary } from './library.ts'
import { overlay, type FileChanges } from './overlay.ts'
import { openPacks, type Packs } from './packs.ts'

const { db } = await testDatabase()
const NOW = new Date('2020-10-15T01:00:00Z')
const FILE = 'cn-37-08-jining/items/claims.inpatient.yaml'
let folder: string
let packs: Packs
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'delivered-'))
  await cp(PACKS_FOLDER, folder, { recursive: true })
  packs = await openPacks(db, folder, NOW)
})
afterAll(() => rm(folder, { recursive: true }))

const text = () => packs.library().files.get(FILE)!
const promiseOf = (of: Packs, on = '2020-10-15') =>
  itemOn(of.current('370800'), 'claims.inpatient', plainDate(on))?.limits.promised?.workingDays

async function publish(changes: FileChanges, day = '2020-10-15') {
  const library = makeLibrary(packs.library().files, [{ seq: packs.library().publication + 1, changes }])
  const person = (name: string) => ({ id: newId(), name })
  const [author, publisher] = [person('童雅琴'), person('阮思齐')]
  await inTransaction(db, (db) =>
    packs.publish(db, library, {
      seq: packs.library().publication + 1,
      publishedOn: plainDate(day),
      publishedAt: NOW,
      title: '试',
      reason: '试',
      authorId: author.id,
      authorName: author.name,
      publishedById: publisher.id,
      publishedByName: publisher.name,
      draftId: newId(),
      trialId: newId(),
      changes,
      diff: [],
      libraryHash: library.hash,
    }),
  )
}

describe('a publication', () => {
  it('is in force without a restart, and cases that run keep the version they began with', async () => {
    const before = packs.current('370800')
    const other = packs.current('330600').hash
    await publish({ [FILE]: { before: text(), after: text().replace('workingDays: 9', 'workingDays: 7') } })
    expect(promiseOf(packs)).toBe(9)
    expect(await packs.refresh()).toBe(true)
    expect(await packs.refresh()).toBe(false)
    expect(promiseOf(packs)).toBe(7)
    expect(packs.current('370800').version).toBe(`${before.version}+1`)
    expect(packs.current('330600').hash).toBe(other)
    expect(packs.current('330600').version).not.toContain('+')
    expect((await packs.byHash(before.id, before.hash)).hash).toBe(before.hash)
  })

  it('is still there after a restart, also when the running case of that version asks the database', async () => {
    const later = await openPacks(db, folder, NOW)
    expect(promiseOf(later)).toBe(7)
    const { id, hash, version } = packs.current('370800')
    const delivered = await mkdtemp(join(tmpdir(), 'other-'))
    try {
      await cp(folder, delivered, { recursive: true })
      await writeFile(join(delivered, 'cn/note.md'), 'another delivery')
      const again = await (await openPacks(db, delivered, NOW)).byHash(id, hash)
      expect([again.hash, again.version]).toEqual([hash, version])
    } finally {
      await rm(delivered, { recursive: true })
    }
  })

  it('stands against a later delivery of the same file, and the conflict is told', async () => {
    const delivered = await mkdtemp(join(tmpdir(), 'newer-'))
    try {
      await cp(folder, delivered, { recursive: true })
      const newer = (await readFile(join(folder, FILE), 'utf8')).replace('workingDays: 9', 'workingDays: 8')
      await writeFile(join(delivered, FILE), newer)
      const later = await openPacks(db, delivered, NOW)
      expect(promiseOf(later)).toBe(7)
      expect(later.library().conflicts).toEqual([{ file: FILE, publication: 1 }])
    } finally {
      await rm(delivered, { recursive: true })
    }
  })

  it('is known from its day on; what was published before can be asked for', async () => {
    const known = async (day: string) =>
      itemOn(
        (await packs.known('cn-37-08-jining', plainDate(day)))!,
        'claims.inpatient',
        plainDate('2020-10-15'),
      )?.limits.promised?.workingDays
    expect(await known('2020-10-14')).toBe(9)
    expect(await known('2020-10-15')).toBe(7)
    expect(await packs.known('no-such-pack', plainDate('2020-10-15'))).toBeUndefined()
    expect((await packs.editions('cn-37-08-jining')).map(({ publishedOn }) => publishedOn)).toEqual([
      null,
      '2020-10-15',
    ])
    expect(await packs.editions('cn-33-06-shaoxing')).toHaveLength(1)
  })

  it('that does not load is not taken over', async () => {
    await expect(publish({ [FILE]: { before: text(), after: 'id: [' } })).rejects.toThrow(/claims\.inpatient/)
    expect(promiseOf(packs)).toBe(7)
  })

  it('by its own author is refused by the database itself', async () => {
    const id = newId()
    const write = inTransaction(db, (db) =>
      packs.publish(db, packs.library(), {
        seq: 99,
        publishedOn: plainDate('2020-10-15'),
        publishedAt: NOW,
        title: '试',
        reason: '试',
        authorId: id,
        authorName: '童雅琴',
        publishedById: id,
        publishedByName: '童雅琴',
        draftId: newId(),
        trialId: newId(),
        changes: {},
        diff: [],
        libraryHash: packs.library().hash,
      }),
    )
    await expect(write).rejects.toThrow(/publication_by_two/)
  })
})

describe('files over files', () => {
  const delivered = new Map([
    ['a/1', 'one'],
    ['a/2', 'two'],
  ])

  it('are added, replaced and taken away in order', () => {
    const { files, conflicts } = overlay(delivered, [
      {
        seq: 1,
        changes: { 'a/2': { before: 'two', after: 'zwei' }, 'a/0': { before: null, after: 'null' } },
      },
      {
        seq: 2,
        changes: { 'a/1': { before: 'one', after: null }, 'a/2': { before: 'zwei', after: 'deux' } },
      },
    ])
    expect([...files]).toEqual([
      ['a/0', 'null'],
      ['a/2', 'deux'],
    ])
    expect(conflicts).toEqual([])
  })

  it('conflict where the delivered text is neither what was changed nor what it was changed to', () => {
    const change = { 'a/1': { before: 'old', after: 'new' } }
    expect(overlay(delivered, [{ seq: 4, changes: change }]).conflicts).toEqual([
      { file: 'a/1', publication: 4 },
    ])
    expect(overlay(new Map([['a/1', 'new']]), [{ seq: 4, changes: change }]).conflicts).toEqual([])
  })
})
