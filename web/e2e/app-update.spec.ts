import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../api/src/platform/free-port.ts'
import { webDist } from '../../api/src/platform/web-build.ts'
import { startServer, type TestServer } from '../../api/test/server.ts'
import { sharedChromium } from './shared-chromium.ts'
import { visit } from './visitor.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await sharedChromium()
  folder = await mkdtemp(join(tmpdir(), 'ngopi-versions-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const entryName = /index-[\w-]+(?=\.js")/

/** The build as if its entry had another content, hence another name. */
async function nextVersion(): Promise<string> {
  const root = join(folder, 'next')
  await cp(webDist, root, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) })
  const document = await readFile(join(root, 'index.html'), 'utf8')
  const [entry] = entryName.exec(document.slice(document.indexOf('type="module"'))) ?? []
  if (!entry) throw new Error('the document names no entry')
  const files = [
    'index.html',
    'sw.js',
    ...(await readdir(join(root, 'assets'))).map((name) => join('assets', name)),
  ]
  for (const file of files.filter((name) => /\.(js|html)$/.test(name))) {
    const text = await readFile(join(root, file), 'utf8')
    await rm(join(root, file))
    await writeFile(
      join(root, file.replace(entry, 'index-next')),
      text.replaceAll(entry, 'index-next'),
    )
  }
  return root
}

async function serve(port: number, webRoot: string): Promise<TestServer> {
  const server = await startServer({ publicUrl: `http://127.0.0.1:${port}`, webRoot })
  await server.app.listen({ host: '127.0.0.1', port })
  return server
}

test('a new version is offered, never forced, and taken when asked for', async () => {
  const port = await freePort('127.0.0.1', 0)
  const origin = `http://127.0.0.1:${port}`
  let server = await serve(port, webDist)
  const { page, complaints, leave } = await visit(browser, origin, { serviceWorkers: 'allow' })
  const entry = () =>
    page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')?.src)
  try {
    const script = await fetch(`${origin}/sw.js`)
    expect(script.headers.get('cache-control')).toBe('no-cache')
    expect(script.headers.get('content-type')).toMatch(/javascript/)
    const manifest = await fetch(`${origin}/manifest.webmanifest`)
    expect(manifest.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
    expect(await manifest.json()).toMatchObject({
      name: 'Ngopi',
      start_url: '/',
      display: 'standalone',
    })

    await page.goto('/masuk')
    await page.evaluate(() => navigator.serviceWorker.ready)
    const before = await entry()
    const offer = page.getByText('Versi baru tersedia')

    await server.close()
    server = await serve(port, await nextVersion())
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    await offer.waitFor()
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    expect(await entry()).toBe(before)

    await page.getByRole('button', { name: 'Muat ulang' }).click()
    await page.waitForFunction(() => !('sameDocument' in window))
    await page.waitForLoadState('load')
    expect(await entry()).toContain('/assets/index-next.js')
    await page.evaluate(() => navigator.serviceWorker.ready)
    expect(await offer.count()).toBe(0)

    // The kept document is the new version's, with the parts it names.
    await page.context().setOffline(true)
    await page.goto('/pertemuan')
    await page.getByText('Halaman ini gagal dimuat').first().waitFor()
    expect(await entry()).toContain('/assets/index-next.js')
    expect(complaints).toEqual([])
  } finally {
    await leave()
    await server.close()
  }
})

test('a page that is of the new version already is not asked', async () => {
  const port = await freePort('127.0.0.1', 0)
  const origin = `http://127.0.0.1:${port}`
  let server = await serve(port, webDist)
  const { page, leave } = await visit(browser, origin, { serviceWorkers: 'allow' })
  try {
    await page.goto('/masuk')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await server.close()
    server = await serve(port, await nextVersion())
    await page.goto('/masuk')
    // The worker of the new version takes over behind the page, which was never of another.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { active, waiting, installing } = await navigator.serviceWorker.ready
          const stored = await caches.match('/assets/index-next.js')
          return [active?.state, waiting, installing, stored !== undefined]
        }),
      )
      .toEqual(['activated', null, null, true])
    expect(await page.getByText('Versi baru tersedia').count()).toBe(0)
  } finally {
    await leave()
    await server.close()
  }
})

test('a first download that broke off is begun again by itself', async () => {
  const port = await freePort('127.0.0.1', 0)
  const root = join(folder, 'broken')
  await cp(webDist, root, { recursive: true })
  const door = (await readdir(join(root, 'assets'))).find((name) => /^door-page-.*\.js$/.test(name))
  if (!door) throw new Error('the build has no page of the door')
  const missing = (await readdir(join(root, 'assets'))).filter((name) => name.startsWith(door))
  for (const name of missing) await rm(join(root, 'assets', name))
  const server = await serve(port, root)
  const { page, context, leave } = await visit(browser, `http://127.0.0.1:${port}`, {
    serviceWorkers: 'allow',
  })
  try {
    await context.clock.install()
    const refused = page.context().waitForEvent('serviceworker')
    await page.goto('/masuk')
    await refused
    const registrations = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    await expect.poll(registrations).toBe(0)
    for (const name of missing) await cp(join(webDist, 'assets', name), join(root, 'assets', name))
    await context.clock.fastForward(10_000)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  } finally {
    await leave()
    await server.close()
  }
})
