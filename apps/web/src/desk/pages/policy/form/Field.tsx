import { Checkbox, Input, Select } from 'antd'
import { useWords } from '../../../parts/lang.ts'
import { FieldsField } from './FieldsField.tsx'
import { fieldLabel, optionLabel } from './field-words.ts'
import { formWords } from './form-words.ts'
import { useRuleForm } from './form-context.ts'
import { textOf, type FieldProps } from './field-parts.tsx'
import { ListField } from './ListField.tsx'
import { RecordField } from './RecordField.tsx'
import { blank, branchOf, isFields, kindOf, nameOf, shapeOf, typed, type Schema } from './schema.ts'
import { SourceField } from './SourceField.tsx'

/** One value of a rule file, filled in as its schema says. */
export function Field({ schema, value, path, name }: FieldProps) {
  const { kind, language, set } = useRuleForm()
  const text = useWords(formWords)
  const id = nameOf(path)
  const put = (next: unknown) => set(path, next)
  const label = fieldLabel(kind, name, language)
  const options = (all: readonly string[] = []) =>
    all.map((option) => ({ value: option, label: optionLabel(option, language) }))
  switch (shapeOf(schema)) {
    case 'fields':
      return <FieldsField schema={schema} value={value} path={path} name={name} />
    case 'list':
      return <ListField schema={schema} value={value} path={path} name={name} />
    case 'source':
      return <SourceField value={value} path={path} />
    case 'record':
      return <RecordField schema={schema} value={value} path={path} name={name} />
    case 'words':
      return (
        <div className="rule-words">
          {(['zh', 'en'] as const).map((which) => (
            <Input.TextArea
              key={which}
              id={which === 'zh' ? id : `${id}.en`}
              aria-label={`${label} ${fieldLabel(kind, which, language)}`}
              placeholder={fieldLabel(kind, which, language)}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={textOf(isFields(value) ? value[which] : '')}
              onChange={({ target }) => put({ ...(isFields(value) ? value : {}), [which]: target.value })}
            />
          ))}
        </div>
      )
    case 'switch':
      return (
        <Checkbox
          id={id}
          checked={value === true}
          onChange={({ target }) => put(target.checked || undefined)}
        >
          {label}
        </Checkbox>
      )
    case 'fixed':
      return <span id={id}>{optionLabel(textOf(schema.const), language)}</span>
    case 'choice':
      return (
        <Select
          id={id}
          aria-label={label}
          value={value === '' ? undefined : value}
          options={options(schema.enum)}
          placeholder={text.choose}
          onChange={put}
        />
      )
    case 'choices':
      return (
        <Select
          id={id}
          aria-label={label}
          mode="multiple"
          value={Array.isArray(value) ? value : []}
          options={options(schema.items?.enum)}
          onChange={put}
        />
      )
    case 'names':
      return <Names schema={schema} value={value} path={path} name={name} />
    case 'yes-no':
      return (
        <Select
          id={id}
          aria-label={label}
          value={value === '' ? undefined : value}
          options={[
            { value: true, label: text.yes },
            { value: false, label: text.no },
          ]}
          placeholder={text.choose}
          onChange={put}
        />
      )
    case 'none-or':
      return <NoneOr schema={schema} value={value} path={path} name={name} />
    case 'either':
      return <Either schema={schema} value={value} path={path} name={name} />
    case 'day':
      return (
        <Input
          id={id}
          type="date"
          aria-label={label}
          value={textOf(value)}
          onChange={({ target }) => put(target.value)}
        />
      )
    case 'whole':
    case 'number':
      return (
        <Input
          id={id}
          aria-label={label}
          inputMode="decimal"
          autoComplete="off"
          value={textOf(value)}
          suffix={asPercent(schema, value)}
          onChange={({ target }) => put(typed(target.value.trim()))}
        />
      )
    case 'text':
      return (
        <Input.TextArea
          id={id}
          aria-label={label}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={textOf(value)}
          onChange={({ target }) =>
            put([schema.type].flat().includes('number') ? typed(target.value) : target.value)
          }
        />
      )
  }
}

/** A part that may be left undecided: nothing was said about it, or what is filled in. */
function NoneOr({ schema, value, path, name }: FieldProps) {
  const { set } = useRuleForm()
  const text = useWords(formWords)
  const inner = branchOf(schema, value)
  return (
    <div className="stack tight">
      <Checkbox
        id={nameOf(path)}
        checked={value === null}
        onChange={({ target }) => set(path, target.checked ? null : blank(inner))}
      >
        {text.notSaid}
      </Checkbox>
      {value !== null && <Field schema={inner} value={value} path={path} name={name} />}
    </div>
  )
}

/** One of several shapes: which one, and its fields. */
function Either({ schema, value, path, name }: FieldProps) {
  const { kind, language, set } = useRuleForm()
  const branches = schema.oneOf ?? schema.anyOf ?? []
  const branch = branchOf(schema, value)
  return (
    <div className="stack tight">
      <Select
        id={nameOf(path)}
        aria-label={fieldLabel(kind, name, language)}
        value={kindOf(branch)}
        options={branches.map((entry) => ({
          value: kindOf(entry),
          label: optionLabel(kindOf(entry) ?? '', language),
        }))}
        onChange={(chosen: string) => set(path, blank(branches.find((entry) => kindOf(entry) === chosen)!))}
      />
      <FieldsField schema={branch} value={value} path={path} name={name} without="kind" />
    </div>
  )
}

/** Names of other rules, days, or words: typed, or chosen where the rules are known. */
function Names({ value, path, name }: FieldProps) {
  const { kind, language, set, rules } = useRuleForm()
  const named = NAMED[name]
  const options = rules
    .filter((rule) => rule.kind === named)
    .map(({ id, title }) => ({ value: id, label: `${title}（${id}）` }))
  return (
    <Select
      id={nameOf(path)}
      aria-label={fieldLabel(kind, name, language)}
      mode="tags"
      tokenSeparators={[',', '，', '、', ' ']}
      value={Array.isArray(value) ? (value as string[]) : []}
      options={[...new Map(options.map((option) => [option.value, option])).values()]}
      onChange={(next: string[]) => set(path, next)}
    />
  )
}
/** Fields that name rules, and of which kind. */
const NAMED: Readonly<Record<string, string>> = { items: 'item', replaces: 'item', supplements: 'supplement' }

/** 0.85 is 85 %: said beside the figure, because documents say it so. */
function asPercent({ description }: Schema, value: unknown): string | undefined {
  if (!description?.includes('ratio') || typeof value !== 'number') return undefined
  return `= ${Number((value * 100).toFixed(4))}%`
}
