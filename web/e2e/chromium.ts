import { access, constants } from 'node:fs/promises'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

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

/**
 * Starts Chromium: one found on the machine (CHROMIUM_PATH names another), else the one npm installed.
 * Fails with what to install, since a journey that was not walked is not a journey that passed.
 *
 * @param more arguments of Chromium, for instance of a camera that shows a film
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const own = await installed()
  try {
    return await chromium.launch({
      executablePath: own ?? (await sparticuz.executablePath()),
      // A busy machine takes its time; only a hang is to be ended.
      timeout: 300_000,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...more],
    })
  } catch (error) {
    throw new Error(
      'No browser could be started for the browser tests. Install Chromium (Debian: apt-get install chromium) ' +
        `or set CHROMIUM_PATH.\n${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
