import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { escapeHtml } from '../../modules/identity/index.ts'

const FONT = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json'))),
  '400Regular/NotoSansSC_400Regular.ttf',
)
const [WIDTH, HEIGHT] = [900, 620]
// Drawn smaller than designed: a phone's picture of a receipt need not be sharper to be read.
const SHOWN_WIDTH = 720

/** A paper as a phone would photograph it: a title, rows of text, and 样张 across it so that nobody takes it for real. */
export interface Paper {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly stamp?: string
}

let fontReady: Promise<unknown> | undefined

/** Draws a paper as JPEG. */
export async function drawPaper({ title, rows, stamp = '演示专用章' }: Paper): Promise<Buffer> {
  // Naming the font file once makes it known to everything drawn afterwards; the machine needs no Chinese font of its own.
  fontReady ??= sharp({ text: { text: '样', font: 'Noto Sans SC 20', fontfile: FONT, rgba: true } })
    .png()
    .toBuffer()
  await fontReady
  const lines = rows.map(([label, value], index) => {
    const y = 175 + index * 42
    return `<text x="70" y="${y}" class="l">${escapeHtml(label)}</text><text x="270" y="${y}">${escapeHtml(value)}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SHOWN_WIDTH}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <style>text{font-family:'Noto Sans SC',sans-serif;font-size:24px;fill:#23303a}.l{fill:#7a5c3e}.t{font-size:34px;letter-spacing:4px}</style>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#e9e4da"/>
    <rect x="24" y="20" width="${WIDTH - 48}" height="${HEIGHT - 40}" fill="#fffdf7" stroke="#c9b99a"/>
    <text x="${WIDTH / 2}" y="92" text-anchor="middle" class="t">${escapeHtml(title)}</text>
    <path d="M60 120H${WIDTH - 60}" stroke="#b23a2a" stroke-width="2"/>
    ${lines.join('')}
    <g transform="translate(720 470) rotate(-12)" fill="none" stroke="#c4382a" stroke-width="4" opacity=".8"><circle r="78"/></g>
    <text x="720" y="478" text-anchor="middle" transform="rotate(-12 720 470)" style="fill:#c4382a;font-size:22px">${escapeHtml(stamp)}</text>
    <text x="${WIDTH / 2}" y="380" text-anchor="middle" transform="rotate(-24 450 360)" style="fill:#c4382a;font-size:150px;letter-spacing:40px" opacity=".16">样张</text>
  </svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 62 }).toBuffer()
}
