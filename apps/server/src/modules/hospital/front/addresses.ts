import { BlockList, isIP } from 'node:net'

/** Whether a text is an address or a network: `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more !== undefined) return false
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128) && Number(bits) > 0)
  )
}

/** Whether an address is one of those listed or in one of the networks. */
export function isAmong(address: string | undefined, networks: readonly string[]): boolean {
  if (address === undefined) return false
  // What comes over IPv4 to a socket of both kinds is written as `::ffff:10.1.2.3`.
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  const version = isIP(plain)
  if (version === 0) return false
  const list = new BlockList()
  for (const network of networks.filter(isNetwork)) {
    const [net, bits] = network.split('/') as [string, string | undefined]
    const family = isIP(net) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(net, family)
    else list.addSubnet(net, Number(bits), family)
  }
  return list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
}
