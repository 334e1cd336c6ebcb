import { Input } from 'antd'
import { useId, useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { defineWords, useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { OwnInstitution } from './OwnInstitution.tsx'
import './hospital.css'

const words = defineWords(
  {
    title: '目录对照',
    intro: '本院目录与医保目录的对应关系，由医院信息系统用 3301 上传、3302 撤销。费用按医保目录的编码结算。',
    find: '按本院编码、医保编码或本院名称查找',
    empty: '还没有对照',
    emptyText: '请让医院信息系统上传目录对照（3301）。',
    own: '本院目录',
    item: '医保目录',
    kind: '类别',
    period: '有效期',
    gone: '本地目录已没有该项目',
    kinds: {
      '101': '西药中成药',
      '102': '中药饮片',
      '103': '自制剂',
      '104': '民族药',
      '105': '其他药品',
      '106': '中药配方颗粒',
      '201': '医疗服务项目',
      '301': '医用耗材',
    },
  },
  {
    title: 'Catalogue mapping',
    intro:
      'Which entry of the insurance catalogue each item of your own stands for; your system uploads it (3301) and withdraws it (3302). Fees are settled by the insurance code.',
    find: 'Find by own code, insurance code or own name',
    empty: 'Nothing is mapped yet',
    emptyText: 'Let your system upload the mapping (3301).',
    own: 'Own item',
    item: 'Insurance catalogue',
    kind: 'Kind',
    period: 'Valid',
    gone: 'no longer in the catalogue',
    kinds: {
      '101': 'Western or patent medicine',
      '102': 'Herbal pieces',
      '103': 'Own preparation',
      '104': 'Ethnic medicine',
      '105': 'Other medicine',
      '106': 'Herbal granules',
      '201': 'Medical service',
      '301': 'Supply',
    },
  },
)

/** What a hospital has mapped; the upload is its system's work. */
export function Mappings() {
  const text = useWords(words)
  const { office } = useDesk()
  const [find, setFind] = useState('')
  const id = useId()
  const list = usePages('listMappings', {
    query: { regionCode: office.regionCode, limit: 50, ...(find !== '' && { text: find }) },
  })
  return (
    <div className="page">
      <OwnInstitution />
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <search className="panel">
        <label htmlFor={id}>{text.find}</label>
        <Input.Search
          id={id}
          allowClear
          maxLength={60}
          onSearch={(value) => setFind(value.trim())}
          className="number-search"
        />
      </search>
      <section className="panel">
        <Listing list={list} empty={text.empty} teach={text.emptyText}>
          {(rows) => (
            <RowTable
              label={text.title}
              rows={rows}
              keyOf={(row) => `${row.listType} ${row.ownCode} ${row.itemCode} ${row.from}`}
              columns={[
                {
                  title: text.own,
                  cell: (row) => (
                    <>
                      {row.ownName}
                      <div className="muted small">{row.ownCode}</div>
                    </>
                  ),
                },
                {
                  title: text.item,
                  cell: (row) => (
                    <>
                      {row.itemName ?? <span className="bad-text">{text.gone}</span>}
                      <div className="muted small">{row.itemCode}</div>
                    </>
                  ),
                },
                {
                  title: text.kind,
                  cell: (row) => (text.kinds as Record<string, string>)[row.listType] ?? row.listType,
                },
                {
                  title: text.period,
                  className: 'nowrap',
                  cell: (row) => `${showDay(row.from)} — ${showDay(row.until)}`,
                },
              ]}
            />
          )}
        </Listing>
      </section>
    </div>
  )
}
