import { access, constants } from 'node:fs/promises'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'
import { chromiumLibraries } from './chromium-libraries.ts'

/** Where a browser is usually installed, after the one a person names. */
const usual = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

async function installed(): Promise<string | undefined> {
  for (const path of usual) {
    if (!path) continue
    try {
      await access(path, constants.X_OK)
      return path
    } catch {
      // The next one may be there.
    }
  }
  return undefined
}

/** How it is started here; `more` are arguments of Chromium, for instance of a camera that shows a film. */
async function options(more: readonly string[]): Promise<LaunchOptions> {
  return {
    executablePath: (await installed()) ?? (await sparticuz.executablePath()),
    // A busy machine takes its time; only a hang is to be ended.
    timeout: 300_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...more],
  }
}

/** A journey that was not walked is not a journey that passed, so it fails with what to install. */
function noBrowser(error: unknown): never {
  throw new Error(
    'No browser could be started for the browser tests. Install Chromium (Debian: apt-get install chromium) ' +
      `or set CHROMIUM_PATH.\n${error instanceof Error ? error.message : String(error)}`,
  )
}

/** Starts a browser; where libraries are missing, with those that came along with npm's Chromium. */
async function start<Started>(
  given: LaunchOptions,
  launch: (options: LaunchOptions) => Promise<Started>,
): Promise<Started> {
  try {
    return await launch(given)
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) return noBrowser(error)
    const known = process.env.LD_LIBRARY_PATH
    const libraries = [await chromiumLibraries(), ...(known ? [known] : [])].join(':')
    const env = { ...process.env, LD_LIBRARY_PATH: libraries }
    return launch({ ...given, env }).catch(noBrowser)
  }
}

/**
 * Starts a Chromium of its own, for what the shared one cannot do: one found on the machine (CHROMIUM_PATH names
 * another), else the one npm installed.
 */
export const launchChromium = async (more: readonly string[] = []): Promise<Browser> =>
  start(await options(more), (given) => chromium.launch(given))

/** Starts the Chromium that all journeys of a run share, each in windows of its own. */
export const serveChromium = async (): Promise<BrowserServer> =>
  start({ ...(await options([])) }, (given) =>
    chromium.launchServer({ ...given, host: '127.0.0.1' }),
  )
