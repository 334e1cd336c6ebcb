import { call } from '../../../shared/api.ts'
import { Clause } from '../../parts/clause.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useTexts } from '../../texts.ts'

/** Phone directory of the chosen place, each number to be dialled by a tap. */
export function Phones({ regionCode }: { regionCode: string }) {
  const t = useTexts().home
  const directory = useLoad(
    (signal) => call('listDirectory', { params: { regionCode }, signal }),
    ['directory', regionCode],
  )
  return (
    <section className="section" id="phones" tabIndex={-1} aria-labelledby="phones-title">
      <h2 id="phones-title">{t.phones}</h2>
      <Loaded of={directory}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.noPhones}</p>
          ) : (
            <>
              <PhoneList phones={items} />
              <Clause source={items.find((one) => one.source)?.source} />
            </>
          )
        }
      </Loaded>
    </section>
  )
}

/** Offices with their numbers. */
export function PhoneList({
  phones,
}: {
  phones: readonly { office: string; topic: string | null; numbers: readonly string[] }[]
}) {
  return (
    <ul className="plain phones">
      {phones.map((one) => (
        <li key={one.office + one.topic}>
          {one.office}
          {one.topic && `（${one.topic}）`}
          <br />
          {one.numbers.map((number) => (
            <a key={number} href={`tel:${number}`}>
              {number}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}
