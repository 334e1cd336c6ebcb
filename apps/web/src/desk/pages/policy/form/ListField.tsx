import { Button } from 'antd'
import { useState } from 'react'
import { showDay } from '../../../parts/days.ts'
import { useWords } from '../../../parts/lang.ts'
import { Faults, textOf, type FieldProps } from './field-parts.tsx'
import { FieldsField } from './FieldsField.tsx'
import { fieldLabel, optionLabel, type Lang } from './field-words.ts'
import { useRuleForm } from './form-context.ts'
import { formWords } from './form-words.ts'
import { blank, isFields, nameOf, type Fields } from './schema.ts'

/** A list of things, each told in a line and opened to be filled in. */
export function ListField({ schema, value, path, name }: FieldProps) {
  const { kind, language, set, faultsAt, faultsBelow } = useRuleForm()
  const text = useWords(formWords)
  const items = (Array.isArray(value) ? value : []) as Fields[]
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set(OPENED.has(name) ? [items.length - 1] : []))
  const label = fieldLabel(kind, name, language)
  const show = (place: number, shown: boolean) =>
    setOpen((before) => new Set(shown ? [...before, place] : [...before].filter((one) => one !== place)))
  const put = (next: readonly Fields[], opened?: number) => {
    set(path, next)
    if (opened !== undefined) setOpen(new Set([opened]))
  }
  const dated = schema.items?.properties?.['from'] !== undefined && schema.items.required?.includes('from')
  const last = items
    .map((item) => textOf(item['from']))
    .toSorted()
    .at(-1)
  const group = items.filter((item) => textOf(item['from']) === last)
  return (
    <section className="rule-list-field" id={nameOf(path)} aria-label={label}>
      <p className="rule-list-head">
        <strong>{label}</strong> <span className="muted">{text.count(items.length)}</span>
      </p>
      <Faults faults={faultsAt(path)} />
      {items.map((item, place) => {
        const at = [...path, place]
        const shown = open.has(place) || faultsBelow(at)
        return (
          // Things of a list have no names but their places.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={place} className={shown ? 'rule-item open' : 'rule-item'}>
            <button type="button" aria-expanded={shown} onClick={() => show(place, !open.has(place))}>
              <span aria-hidden="true">{shown ? '▾' : '▸'}</span> {summaryOf(item, place, language)}
            </button>
            {shown && (
              <div className="rule-item-body">
                <Faults faults={faultsAt(at)} />
                <FieldsField schema={schema.items!} value={item} path={at} name={name} />
                <p className="row">
                  <Button
                    size="small"
                    onClick={() =>
                      put([...items.slice(0, place + 1), copied(item), ...items.slice(place + 1)], place + 1)
                    }
                  >
                    {text.copy}
                  </Button>
                  <Button
                    size="small"
                    disabled={place === 0}
                    onClick={() => put(swapped(items, place), place - 1)}
                  >
                    {text.up}
                  </Button>
                  <Button
                    size="small"
                    danger
                    onClick={() =>
                      put(
                        items.filter((_, other) => other !== place),
                        -1,
                      )
                    }
                  >
                    {text.delete}
                  </Button>
                </p>
              </div>
            )}
          </div>
        )
      })}
      <p className="row">
        <Button
          size="small"
          aria-label={text.add(label)}
          onClick={() => put([...items, blank({ ...schema.items, type: 'object' }) as Fields], items.length)}
        >
          {text.addOne}
        </Button>
        {dated && last && (
          <Button size="small" onClick={() => put([...items, ...group.map(fromAnotherDay)], items.length)}>
            {text.fromNewDay(group.length)}
          </Button>
        )}
      </p>
    </section>
  )
}

/** Lists whose last entry is what an officer comes for. */
const OPENED = new Set(['versions', 'values'])

/** A copy that is to hold from a day still to be filled in; what a row rests on is to be cited anew. */
function fromAnotherDay(item: Fields): Fields {
  const { until: _until, fromBasis: _basis, ...rest } = item
  return { ...rest, from: '', ...('source' in item && { source: { document: '', clause: '', quote: '' } }) }
}

function copied(item: Fields): Fields {
  return structuredClone(item)
}

function swapped(items: readonly Fields[], place: number): Fields[] {
  return items.map((item, at) => (at === place - 1 ? items[place]! : at === place ? items[place - 1]! : item))
}

/** A figure as documents say it: 85 %, 800 yuan. */
function figure(key: string, value: string, language: Lang): string {
  const yuan = language === 'zh' ? `${value} 元` : `${value} yuan`
  if (['fundShare', 'share', 'most'].includes(key)) return `${Number((Number(value) * 100).toFixed(4))}%`
  if (key === 'amount' || key === 'perYear') return yuan
  if (key === 'above') return language === 'zh' ? `${value} 元以上` : `above ${value} yuan`
  if (key === 'upTo') return language === 'zh' ? `至 ${value} 元` : `up to ${value} yuan`
  return optionLabel(value, language)
}

/** A thing in a line: its name, its figures and the day from which they hold. */
function summaryOf(item: Fields, place: number, language: Lang): string {
  const title = isFields(item['title']) ? item['title'] : item
  const named = textOf(title[language]) || textOf(item['name'])
  const figures = Object.entries(item)
    .filter(
      ([key]) => !['id', 'zh', 'en', 'name', 'from', 'until', 'note', 'fromBasis', 'working'].includes(key),
    )
    .flatMap(([key, value]) =>
      typeof value === 'object' || value === true ? [] : figure(key, textOf(value), language),
    )
  const id = named === '' && figures.length === 0 ? textOf(item['id']) : ''
  const from = textOf(item['from'])
  const day = /^\d{4}-\d{2}-\d{2}$/.test(from) ? `${showDay(from)} ${language === 'zh' ? '起' : 'on'}` : from
  const parts = [named, id, ...figures, day].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : `${place + 1}`
}
