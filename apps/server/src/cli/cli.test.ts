import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const BIN = fileURLToPath(new URL('../../../../bin/yichuang.mjs', import.meta.url))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as people do: a process of its own, from another folder. */
function yichuang(args: readonly string[], input = '', bin = BIN): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { cwd: tmpdir() }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

const answerOf = ({ stdout }: Ended) => JSON.parse(stdout)
const faultsOf = ({ stderr }: Ended) => JSON.parse(stderr).faults

describe('yichuang due and elapsed', () => {
  const due = ['due', '--pack', 'cn-37-08-jining', '--accepted', '2020-01-20', '--days', '9']

  test('the promise of 9 working days of 济宁 moves when the holiday is extended', async () => {
    const [before, after] = await Promise.all(
      ['2020-01-26', '2020-01-27'].map((known) => yichuang([...due, '--known', known])),
    )
    expect([before!.code, after!.code]).toEqual([0, 0])
    expect(answerOf(before!)).toMatchObject({ due: '2020-02-06', calendars: [{ published: '2019-11-21' }] })
    expect(answerOf(after!)).toMatchObject({
      due: '2020-02-10',
      calendars: [{ published: '2019-11-21' }, { published: '2020-01-27' }],
    })
    expect(answerOf(before!).ledger[1].zh).toBe('2020-01-21 周二 工作日，第 1 个工作日')
  })

  test('a pause is taken out, and an open one leaves the due day open', async () => {
    const [closed, open] = await Promise.all(
      ['2020-01-21..2020-01-23', '2020-01-21..:专家会诊'].map((pause) =>
        yichuang([...due, '--known', '2020-01-26', '--pause', pause]),
      ),
    )
    expect(answerOf(closed!)).toMatchObject({ due: '2020-02-10', counted: 9 })
    expect(answerOf(open!)).toMatchObject({ due: null, counted: 1, waiting: { zh: '专家会诊' } })
  })

  test('elapsed counts the same days back', async () => {
    const args = ['--pack', 'cn-33-06-shaoxing', '--accepted', '2020-01-20', '--until', '2020-02-10']
    const ended = await yichuang(['elapsed', ...args, '--known', '2020-02-01'])
    expect(answerOf(ended)).toMatchObject({ days: 9, until: '2020-02-10' })
    expect(answerOf(ended).ledger).toHaveLength(22)
  })

  test('a year whose calendar was not published yet is named', async () => {
    const ended = await yichuang([...due.with(4, '2019-11-18'), '--known', '2019-11-20', '--days', '40'])
    expect(ended.code).toBe(1)
    expect(faultsOf(ended)).toMatchObject([{ code: 'calendar-missing', year: 2020 }])
    expect(faultsOf(ended)[0].zh).toContain('2020 年的节假日安排尚未公布')
  })
})

describe('yichuang calculate', () => {
  const claim = {
    insurance: 'employee',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'active',
    carePlace: 'local',
    on: '2024-07-01',
    lines: [
      { name: '床位费', amount: '1800.00', class: 'A' },
      { name: '药品费', amount: '20000.00', class: 'B', selfPayRatio: '0.10' },
      { name: '营养餐', amount: '200.05', class: 'C' },
    ],
  }

  test('a claim at a tertiary hospital in Beijing is worked out and explained with its clauses', async () => {
    const ended = await yichuang(['calculate', '--pack', 'cn-11-beijing'], JSON.stringify(claim))
    // In scope 1,800 + 18,000; less 1,300 of deductible; 85 % of 18,500.
    expect(answerOf(ended)).toMatchObject({
      borrowed: [],
      result: { total: '22000.05', inScope: '19800.00', fund: '15725.00', person: '6275.05' },
    })
    expect(ended.stdout).toContain('第三十六条（一）')
  })

  test('where the place has a chain of payers each is named, and an unknown group is answered with those there are', async () => {
    const resident = {
      ...claim,
      insurance: 'resident',
      personClass: 'resident-adult',
      on: '2025-12-31',
      groups: ['hardship'],
      lines: [{ name: '住院费用', amount: '60000.00', class: 'A' }],
    }
    const args = ['calculate', '--pack', 'cn-36-01-nanchang']
    const ended = await yichuang(args, JSON.stringify(resident))
    // (60,000 − 600) × 60 %; then (24,360 − 8,500) × 65 % of critical illness.
    expect(answerOf(ended)).toMatchObject({
      result: {
        medfee_sumamt: '60000.00',
        hifp_pay: '35640.00',
        hifmi_pay: '10309.00',
        fund_pay_sumamt: '45949.00',
        psn_cash_pay: '14051.00',
        after: { stages: { 'resident-critical-illness': { inScopeUsed: '24360.00', fundPaid: '10309.00' } } },
      },
    })
    expect(ended.stdout).toContain('城乡居民大病保险：前面留下的起付线、按比例自付')

    const wrong = await yichuang(args, JSON.stringify({ ...resident, groups: ['poor'] }))
    expect(wrong.code).toBe(1)
    expect(faultsOf(wrong)).toMatchObject([
      { path: 'groups', en: expect.stringContaining('there are: hardship') },
    ])
  })

  test('every fault of a claim is named with its path, in both languages', async () => {
    const [line] = claim.lines
    const bad = {
      ...claim,
      on: '2024-02-30',
      lines: [
        { ...line, amount: '1.005' },
        { ...line, class: 'D' },
      ],
    }
    const ended = await yichuang(['calculate', '--pack', 'cn-11-beijing'], JSON.stringify(bad))
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(faultsOf(ended)).toMatchObject([
      { path: 'on', zh: expect.stringContaining('不是真实存在的日期') },
      { path: 'lines[0].amount', en: expect.stringContaining('is not an amount of yuan') },
      { path: 'lines[1].class', en: expect.stringContaining('write one of: A, B, C') },
    ])
  })
})

describe('yichuang check', () => {
  test('a right code is read', async () => {
    const ended = await yichuang(['check', 'resident-id', '11010519491231002X', '--on', '2020-01-20'])
    expect(answerOf(ended)).toMatchObject({ ok: true, birth: '1949-12-31', sex: 'female', region: '110105' })
  })

  test('what was asked for stands beside what the code itself says of its kind', async () => {
    const ended = await yichuang(['check', 'credit-code', '91330602MA2881M8XJ'])
    expect(answerOf(ended)).toMatchObject({ ok: true, checked: 'credit-code', kind: '91' })
  })

  test('a wrong one ends with 1 and says where and how to mend it', async () => {
    const ended = await yichuang(['check', 'credit-code', '11330600MB1560000X'])
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(faultsOf(ended)).toMatchObject([{ code: 'check', values: { expected: '2' } }])
  })
})

describe('being called wrongly ends with 2 and a sentence', () => {
  test.each([
    [['nope'], 'unknown-command', '没有名为“nope”的命令'],
    [['due', '--fast'], 'arguments', '可用选项：--pack'],
    [['due', '--pack', 'cn', '--days', '9'], 'option-missing', '缺少选项 --accepted'],
    [['due', '--pack', 'cn', '--accepted', '2020-02-30', '--days', '9'], 'day', '不是真实存在的日期'],
    [
      ['due', '--pack', 'cn-99', '--accepted', '2020-02-03', '--days', '9'],
      'unknown-pack',
      'cn-37-08-jining',
    ],
    [['check', 'age', '7'], 'check-what', 'resident-id'],
  ])('%j: %s', async (args, code, says) => {
    const ended = await yichuang(args)
    expect([ended.code, ended.stdout]).toEqual([2, ''])
    expect(faultsOf(ended)).toMatchObject([{ code, zh: expect.stringContaining(says) }])
  })

  test('without the packages installed it says to install them', async () => {
    const root = mkdtempSync(join(tmpdir(), 'yichuang-bare-'))
    try {
      mkdirSync(join(root, 'bin'))
      cpSync(BIN, join(root, 'bin/yichuang.mjs'))
      const ended = await yichuang(['packs'], '', join(root, 'bin/yichuang.mjs'))
      expect([ended.code, faultsOf(ended)[0].code]).toEqual([2, 'not-installed'])
      expect(faultsOf(ended)[0].zh).toContain('npm ci')
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})

test('help shows every command, and each command its own options', async () => {
  const [all, one] = await Promise.all([yichuang(['--help']), yichuang(['due', '--help'])])
  for (const name of [
    'due',
    'elapsed',
    'calculate',
    'check',
    'packs',
    'backup',
    'restore',
    'rotate-keys',
    'verify-audit',
  ])
    expect(all.stdout).toContain(`  ${name} `)
  expect([all.code, one.code]).toEqual([0, 0])
  expect(one.stdout).toContain('--known')
})
