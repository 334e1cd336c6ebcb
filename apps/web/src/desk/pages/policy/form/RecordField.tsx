import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../parts/lang.ts'
import type { FieldProps } from './field-parts.tsx'
import { fieldLabel, optionLabel } from './field-words.ts'
import { useRuleForm } from './form-context.ts'
import { formWords } from './form-words.ts'
import { blank, isFields, nameOf, type Schema } from './schema.ts'

/** Values under names of their own: what each payer pays, what was used of each table. */
export function RecordField({ schema, value, path, name }: FieldProps) {
  const { kind, language, set, Field } = useRuleForm()
  const text = useWords(formWords)
  const [next, setNext] = useState('')
  const entries = isFields(value) ? value : {}
  const inner: Schema = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
  const names = schema.propertyNames?.enum
  const add = (key: string) => {
    if (key === '' || key in entries) return
    set([...path, key], blank(inner))
    setNext('')
  }
  const label = text.add(fieldLabel(kind, name, language))
  return (
    <div className="rule-fields" id={nameOf(path)}>
      {Object.entries(entries).map(([key, entry]) => (
        <div key={key} className="rule-cell">
          <div className="rule-field">
            <label htmlFor={nameOf([...path, key])}>{optionLabel(key, language)}</label>
            <Field schema={inner} value={entry} path={[...path, key]} name={key} />
          </div>
          <Button
            size="small"
            type="text"
            className="rule-remove"
            aria-label={text.remove(optionLabel(key, language))}
            onClick={() => set([...path, key], undefined)}
          >
            ×
          </Button>
        </div>
      ))}
      {names ? (
        <Select
          className="rule-add"
          aria-label={label}
          placeholder={label}
          value={null}
          options={names
            .filter((key) => !(key in entries))
            .map((key) => ({ value: key, label: optionLabel(key, language) }))}
          onChange={add}
        />
      ) : (
        <Input.Search
          className="rule-add"
          aria-label={label}
          placeholder={label}
          enterButton={text.addShort}
          value={next}
          onChange={({ target }) => setNext(target.value)}
          onSearch={(typed) => add(typed.trim())}
        />
      )}
    </div>
  )
}
