import { addDays, plainDate } from '../src/plain-date.ts'
import type { CalendarVersion } from '../src/working-calendar.ts'

/**
 * The notices of the State Council General Office for 2019 to 2026, written short: days of rest, then Saturdays and
 * Sundays worked. The real ones, with number and full text, live in the policy packs; here only the two days on which
 * the calendars of 2020 came out are the real ones.
 */
export const notices = [
  {
    year: 2019,
    published: '2018-12-01',
    off: '2018-12-30..2019-01-01 02-04..02-10 04-05..04-07 05-01..05-04 06-07..06-09 09-13..09-15 10-01..10-07',
    work: '2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12',
  },
  {
    year: 2020,
    published: '2019-11-21',
    off: '01-01 01-24..01-30 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08',
    work: '01-19 02-01 04-26 05-09 06-28 09-27 10-10',
  },
  {
    year: 2020,
    published: '2020-01-27',
    off: '01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08',
    work: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  {
    year: 2021,
    published: '2020-12-01',
    off: '01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07',
    work: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  {
    year: 2022,
    published: '2021-12-01',
    off: '01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07',
    work: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  {
    year: 2023,
    published: '2022-12-01',
    off: '2022-12-31..2023-01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06',
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  {
    year: 2024,
    published: '2023-12-01',
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  {
    year: 2025,
    published: '2024-12-01',
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  {
    year: 2026,
    published: '2025-12-01',
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
] as const

/** The notices as calendar versions. */
export const versions: readonly CalendarVersion[] = notices.map(({ year, published, off, work }) => {
  const day = (text: string) => plainDate(text.length === 5 ? `${year}-${text}` : text)
  return {
    year,
    published: plainDate(published),
    document: `holidays-${year}-${published}`,
    citation: `${year} 年节假日安排（${published} 公布）`,
    off: off.split(' ').map((range, i) => {
      const [from = '', to = from] = range.split('..')
      return { from: day(from), to: day(to), name: `假日 ${i + 1}` }
    }),
    work: work.split(' ').map(day),
  }
})

export const day = plainDate
export const known = plainDate('2026-06-30')

/** A day that is `offset` days after 2019-01-01. */
export const dayAt = (offset: number) => addDays(plainDate('2019-01-01'), offset)
