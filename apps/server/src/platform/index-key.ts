import type { BlindIndex } from './crypto.ts'
import type { Db } from './db.ts'
import { Refusal } from './refusal.ts'
import { readSetting, writeSetting } from './setting.queries.ts'

/** Equal for equal keys, and of no use to find them: whether encrypted fields could be looked up here. */
export function keyCheck(blindIndex: BlindIndex): string {
  return blindIndex('yichuang', 'backup.key-check').toString('hex')
}

interface Kept {
  readonly check: string
  /** a change to this key has begun and is not finished */
  readonly next?: string
}

const NAME = 'index-key'

/** Refuses another index key than the rows were indexed with: nobody would be found, and people be registered twice. */
export async function keepIndexKey(db: Db, blindIndex: BlindIndex, changing: boolean): Promise<void> {
  const kept = (await readSetting(db, NAME)) as Kept | undefined
  const check = keyCheck(blindIndex)
  if (kept === undefined) return writeSetting(db, NAME, { check })
  if (kept.check !== check)
    throw new Refusal(
      'YICHUANG_INDEX_KEY 不是这个数据库所用的密钥，用它找不到任何人。请设置原来的密钥；更换密钥请用 yichuang rotate-keys。',
      'YICHUANG_INDEX_KEY is not the key of this database, and nobody would be found with it. Set the key it was used with; to change it, run yichuang rotate-keys.',
    )
  if (kept.next !== undefined && !changing)
    throw new Refusal(
      '更换索引密钥尚未完成，此时一部分人查找不到。请用同一个新密钥再次运行 yichuang rotate-keys，完成后再启动。',
      'The change of the index key is not finished, and some people could not be found. Run yichuang rotate-keys again with the same new key, then start.',
    )
}

/** Marks that a change of the index key begins or goes on; refuses to go on with another key than it began with. */
export async function beginIndexKey(db: Db, next: BlindIndex): Promise<void> {
  const kept = (await readSetting(db, NAME)) as Kept
  const check = keyCheck(next)
  if (kept.next !== undefined && kept.next !== check)
    throw new Refusal(
      '上次更换索引密钥没有完成，用的是另一个新密钥。请先用那一个完成。',
      'A change of the index key was begun with another new key. Finish it with that one first.',
    )
  await writeSetting(db, NAME, { check: kept.check, next: check })
}

/** Every index is made with the new key: from now on it is the key. */
export function finishIndexKey(db: Db, next: BlindIndex): Promise<void> {
  return writeSetting(db, NAME, { check: keyCheck(next) })
}
