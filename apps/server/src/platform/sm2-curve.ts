/**
 * Points of the curve y² = x³ + ax + b that GB/T 32918.5 recommends, for checking signatures: OpenSSL as Node offers it knows
 * the curve, but not the signature with a user id of one's own. Everything here is public, so its time may show what it works on.
 */
export interface Point {
  readonly x: bigint
  readonly y: bigint
}

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
export const A = P - 3n
export const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
export const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
export const GENERATOR: Point = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}

export function isOnCurve({ x, y }: Point): boolean {
  return x < P && y < P && mod(y * y - (x * x + A) * x - B) === 0n
}

/** The sum of two points; undefined is the point at infinity, in and out. */
export function add(a: Point | undefined, b: Point | undefined): Point | undefined {
  if (!a || !b) return a ?? b
  return affine(sum(projective(a), projective(b)))
}

/** A point added to itself `times` times. */
export function multiply(point: Point, times: bigint): Point | undefined {
  let result: Projective = INFINITY
  const one = projective(point)
  for (const bit of times.toString(2)) {
    result = double(result)
    if (bit === '1') result = sum(result, one)
  }
  return affine(result)
}

/** Jacobian coordinates: x = X / Z², y = Y / Z³; adding needs no division. Z = 0 is the point at infinity. */
type Projective = readonly [X: bigint, Y: bigint, Z: bigint]

const INFINITY: Projective = [1n, 1n, 0n]

function projective({ x, y }: Point): Projective {
  return [x, y, 1n]
}

function affine([X, Y, Z]: Projective): Point | undefined {
  if (Z === 0n) return undefined
  const inverse = power(Z, P - 2n)
  const square = (inverse * inverse) % P
  return { x: (X * square) % P, y: (((Y * square) % P) * inverse) % P }
}

function double([X, Y, Z]: Projective): Projective {
  if (Z === 0n || Y === 0n) return INFINITY
  const delta = (Z * Z) % P
  const gamma = (Y * Y) % P
  const beta = (X * gamma) % P
  // a = -3, so 3X² + aZ⁴ is one product.
  const alpha = mod(3n * (X - delta) * (X + delta))
  const X3 = mod(alpha * alpha - 8n * beta)
  return [X3, mod(alpha * (4n * beta - X3) - 8n * gamma * gamma), mod(2n * Y * Z)]
}

function sum(a: Projective, b: Projective): Projective {
  const [X1, Y1, Z1] = a
  const [X2, Y2, Z2] = b
  if (Z1 === 0n) return b
  if (Z2 === 0n) return a
  const Z1Z1 = (Z1 * Z1) % P
  const Z2Z2 = (Z2 * Z2) % P
  const U1 = (X1 * Z2Z2) % P
  const S1 = (((Y1 * Z2) % P) * Z2Z2) % P
  const H = mod(X2 * Z1Z1 - U1)
  const R = mod(((Y2 * Z1) % P) * Z1Z1 - S1)
  if (H === 0n) return R === 0n ? double(a) : INFINITY
  const HH = (H * H) % P
  const HHH = (H * HH) % P
  const V = (U1 * HH) % P
  const X3 = mod(R * R - HHH - 2n * V)
  return [X3, mod(R * (V - X3) - S1 * HHH), mod(Z1 * Z2 * H)]
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, rest] = [1n, base, exponent]
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P
    square = (square * square) % P
  }
  return result
}

function mod(number: bigint): bigint {
  const rest = number % P
  return rest < 0n ? rest + P : rest
}
