import { Button, Select } from 'antd'
import { useWords } from '../../../parts/lang.ts'
import { Faults, Labelled, type FieldProps } from './field-parts.tsx'
import { fieldLabel } from './field-words.ts'
import { useRuleForm } from './form-context.ts'
import { formWords } from './form-words.ts'
import { blank, isFields, isWide, nameOf, shapeOf, type Schema } from './schema.ts'

/** The fields of one thing: those that are there, and a choice of those that can be added. */
export function FieldsField({ schema, value, path, name, without }: FieldProps & { without?: string }) {
  const { kind, language, set, faultsAt, Field } = useRuleForm()
  const text = useWords(formWords)
  const fields = isFields(value) ? value : {}
  const all = Object.entries(schema.properties ?? {}).filter(
    ([key]) => key !== without && !(HIDDEN.has(key) && path.length === 0),
  )
  const required = new Set(schema.required ?? [])
  const shown = all.filter(([key]) => required.has(key) || key in fields)
  const absent = all.filter(([key]) => !required.has(key) && !(key in fields))
  const cells = shown.filter(([, field]) => !isWide(field))
  const wide = shown.filter(([, field]) => isWide(field))
  const remove = (key: string) =>
    !required.has(key) ? (
      <Button
        size="small"
        type="text"
        className="rule-remove"
        aria-label={text.remove(fieldLabel(kind, key, language))}
        onClick={() => set([...path, key], undefined)}
      >
        ×
      </Button>
    ) : null
  const one = ([key, field]: [string, Schema]) => (
    <div
      key={key}
      className={isWide(field) ? 'rule-wide' : LONG.has(key) ? 'rule-cell rule-long' : 'rule-cell'}
    >
      {shapeOf(field) === 'switch' ? (
        <div className="rule-field">
          <Field schema={field} value={fields[key]} path={[...path, key]} name={key} />
          <Faults faults={faultsAt([...path, key])} />
        </div>
      ) : shapeOf(field) === 'list' ? (
        <Field schema={field} value={fields[key]} path={[...path, key]} name={key} />
      ) : (
        <Labelled path={[...path, key]} name={key}>
          <Field schema={field} value={fields[key]} path={[...path, key]} name={key} />
        </Labelled>
      )}
      {remove(key)}
    </div>
  )
  return (
    <div
      className={path.length > 0 ? 'rule-fields' : undefined}
      id={path.length > 0 ? nameOf(path) : undefined}
    >
      {cells.length > 0 && <div className="rule-cells">{cells.map(one)}</div>}
      {wide.map(one)}
      {absent.length > 0 && (
        <Select
          className="rule-add"
          aria-label={text.addField(path.length > 0 ? fieldLabel(kind, name, language) : '')}
          placeholder={text.addFieldShort}
          value={null}
          options={absent.map(([key]) => ({ value: key, label: fieldLabel(kind, key, language) }))}
          onChange={(key: string) => set([...path, key], blank(schema.properties![key]!))}
        />
      )}
    </div>
  )
}

/** What a file is called and which shape it has was decided when it was begun. */
const HIDDEN = new Set(['id', 'override', 'maternity', 'year'])
/** Sentences, which take the room of two figures. */
const LONG = new Set(['note', 'fromBasis', 'working', 'provenance'])
