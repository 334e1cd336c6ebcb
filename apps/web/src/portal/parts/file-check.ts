export type FileFault = 'empty' | 'tooLarge' | 'wrongType'

/** What speaks against a file before it is sent; phones may give no type for HEIC pictures, so the name counts too. */
export function faultOfFile(
  file: { name: string; size: number; type: string },
  maxBytes: number,
): FileFault | undefined {
  if (file.size === 0) return 'empty'
  if (file.size > maxBytes) return 'tooLarge'
  if (file.type.startsWith('image/') || file.type === 'application/pdf') return undefined
  return /\.(jpe?g|png|webp|heic|heif|pdf)$/i.test(file.name) && file.type === '' ? undefined : 'wrongType'
}
