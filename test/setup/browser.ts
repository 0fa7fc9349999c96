import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

/**
 * Chromium draws two windows of suggestions for its own address bar with every new context, which takes a second of both cores.
 * The switch replaces the list that Playwright gives, so what that list needs for pages like ours stands here again.
 */
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
]

const rendering = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-quic',
  `--disable-features=${unwanted.join()}`,
]

function onPath(name: string): string | undefined {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/**
 * The browser that tests and screenshots use: `CHROMIUM_PATH`, else a chromium on PATH, else the one that
 * the dev dependency `@sparticuz/chromium` unpacks.
 * @throws where none of the three starts: a browser test fails, it is never skipped.
 */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH ?? onPath('chromium') ?? onPath('chromium-browser') ?? (await packaged())
  return chromium.launch({ executablePath, args: [...rendering, ...extraArguments] })
}

async function packaged(): Promise<string> {
  const { default: sparticuz } = await import('@sparticuz/chromium')
  return sparticuz.executablePath()
}
