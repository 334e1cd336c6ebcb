import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type BrowserServer } from 'playwright-core'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Arguments of the packaged browser for functions in a cloud; with them, one page that closes takes all others along. */
const FOR_FUNCTIONS = ['--single-process', '--no-zygote']

/**
 * Starts the browser that all journeys share; `wsEndpoint()` is where it is spoken to. It is one named by
 * `YICHUANG_CHROMIUM`, one of the machine, Debian's (installed when the user may), or the one that ships inside a package.
 * Without any, throws an Error that says how to get one.
 */
export async function openBrowser(): Promise<BrowserServer> {
  const found = [process.env['YICHUANG_CHROMIUM'], ...USUAL_PLACES].find((path) => path && existsSync(path))
  const executablePath = found ?? installDebianChromium()
  if (executablePath) return chromium.launchServer({ executablePath, args: ARGUMENTS })
  return launchPackaged()
}

function installDebianChromium(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  try {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    // Two runs of journeys may come here at once.
    const apt = (...args: string[]) =>
      execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], quiet)
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  } catch {
    return undefined
  }
  return USUAL_PLACES.find((path) => existsSync(path))
}

async function launchPackaged(): Promise<BrowserServer> {
  try {
    const packaged = (await import('@sparticuz/chromium')).default
    showChinese()
    return await chromium.launchServer({
      executablePath: await packaged.executablePath(),
      args: [...packaged.args.filter((argument) => !FOR_FUNCTIONS.includes(argument)), ...ARGUMENTS],
    })
  } catch (cause) {
    throw new Error(
      'No browser for the journeys: install Chromium (on Debian: apt-get install chromium fonts-noto-cjk), or set YICHUANG_CHROMIUM to the path of one.',
      { cause },
    )
  }
}

/** The packaged browser brings no Chinese font; the one our letters are set in will do. */
function showChinese(): void {
  const fonts = dirname(
    createRequire(import.meta.url).resolve(
      '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    ),
  )
  const folder = join(tmpdir(), `yichuang-fonts-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  process.env['FONTCONFIG_FILE'] = file
}
