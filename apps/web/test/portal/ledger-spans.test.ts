import { expect, test } from 'vitest'
import { ledgerSpans } from '../../src/portal/parts/ledger-spans.ts'

const counted = (day: string, number: number, why: string) => ({ day, counted: true, number, why })
const skipped = (day: string, why: string) => ({ day, counted: false, number: null, why })

test('neighbouring days of one reason share a row, and no day is lost', () => {
  const spans = ledgerSpans([
    skipped('2020-09-30', '2020-09-30 周三 受理当日，不计入期限（《民法总则》第二百零一条）'),
    skipped('2020-10-01', '2020-10-01 周四 国庆节放假，不计入（国办发明电〔2019〕16号）'),
    skipped('2020-10-02', '2020-10-02 周五 国庆节放假，不计入（国办发明电〔2019〕16号）'),
    counted('2020-10-09', 1, '2020-10-09 周五 工作日，第 1 个工作日'),
    counted('2020-10-10', 2, '2020-10-10 周六 调休上班，第 2 个工作日（国办发明电〔2019〕16号）'),
    counted('2020-10-12', 3, '2020-10-12 周一 工作日，第 3 个工作日'),
    counted('2020-10-13', 4, '2020-10-13 周二 工作日，第 4 个工作日'),
  ])
  expect(spans.map(({ first, last, why }) => [first.day, last.day, why])).toEqual([
    ['2020-09-30', '2020-09-30', '受理当日，不计入期限（《民法总则》第二百零一条）'],
    ['2020-10-01', '2020-10-02', '国庆节放假，不计入（国办发明电〔2019〕16号）'],
    ['2020-10-09', '2020-10-09', '工作日'],
    ['2020-10-10', '2020-10-10', '调休上班（国办发明电〔2019〕16号）'],
    ['2020-10-12', '2020-10-13', '工作日'],
  ])
})

test('English reasons fold the same way', () => {
  const spans = ledgerSpans([
    counted('2020-09-03', 1, '2020-09-03 Thu working day, number 1'),
    counted('2020-09-04', 2, '2020-09-04 Fri working day, number 2'),
    counted(
      '2020-09-06',
      3,
      '2020-09-06 Sun weekend day worked in exchange, working day number 3 (some document)',
    ),
  ])
  expect(spans.map(({ why }) => why)).toEqual([
    'working day',
    'weekend day worked in exchange (some document)',
  ])
})
