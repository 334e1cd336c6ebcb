import { App, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ratioFromPercent } from '../../parts/money.ts'
import { useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { refreshInstitutions, type Agreement } from './institution.ts'
import { institutionWords } from './words.ts'

type Service = Agreement['services'][number]
type Network = Agreement['network']

/** Records an agreement as it was signed. */
export function AgreementForm(props: { hospitalCode: string; regionCode: string; onClose: () => void }) {
  const text = useWords(institutionWords)
  const { hospitalCode, regionCode } = props
  const { message } = App.useApp()
  const { session } = useDesk()
  const [values, setValues] = useState({
    number: '',
    from: session.today,
    until: `${session.today.slice(0, 4)}-12-31`,
    networkedFrom: '',
    percent: '',
  })
  const [services, setServices] = useState<Service[]>(['outpatient'])
  const [network, setNetwork] = useState<Network>('province')
  const [replace, setReplace] = useState(false)
  const id = useId()
  const act = useAct('concludeAgreement', refreshInstitutions)
  // Nothing typed: the agreement says nothing of it.
  const depositShare = values.percent.trim() === '' ? null : ratioFromPercent(values.percent)
  const field = (name: keyof typeof values, label: string, type = 'text') => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        type={type}
        maxLength={60}
        value={values[name]}
        onChange={({ target }) => setValues({ ...values, [name]: target.value })}
      />
    </div>
  )
  return (
    <ReasonDialog
      open
      title={text.conclude}
      label={text.reason}
      placeholder={text.reasonHint}
      ready={
        values.number.trim() !== '' &&
        values.from !== '' &&
        values.until !== '' &&
        services.length > 0 &&
        depositShare !== undefined &&
        (network === 'none' || values.networkedFrom !== '')
      }
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({
          params: { hospitalCode },
          body: {
            regionCode,
            number: values.number,
            from: values.from,
            until: values.until,
            services,
            network,
            networkedFrom: network === 'none' ? null : values.networkedFrom,
            depositShare: depositShare ?? null,
            replace,
            reason,
          },
        })
        void message.success(text.concluded)
        return true
      }}
    >
      <div className="institution-form">
        {field('number', text.number)}
        {field('from', text.from, 'date')}
        {field('until', text.last, 'date')}
        <div>
          <label htmlFor={`${id}-services`}>{text.services}</label>
          <Select
            id={`${id}-services`}
            mode="multiple"
            className="wide"
            value={services}
            onChange={setServices}
            options={Object.entries(text.serviceNames).map(([value, label]) => ({
              value: value as Service,
              label,
            }))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-network`}>{text.network}</label>
          <Select
            id={`${id}-network`}
            className="wide"
            value={network}
            onChange={setNetwork}
            options={Object.entries(text.networks).map(([value, label]) => ({
              value: value as Network,
              label,
            }))}
          />
        </div>
        {network !== 'none' && field('networkedFrom', text.networkedFrom, 'date')}
        <div>
          {field('percent', `${text.deposit}（%）`)}
          <p className="muted small flat">{text.depositText}</p>
        </div>
        <Checkbox checked={replace} onChange={({ target }) => setReplace(target.checked)}>
          {text.replace}
        </Checkbox>
      </div>
    </ReasonDialog>
  )
}
