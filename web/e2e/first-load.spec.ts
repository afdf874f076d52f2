import type { Page, Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage()
const kilobyte = 1024

/** Every answer a page receives, from now on. */
function received(page: Page): Response[] {
  const answers: Response[] = []
  page.on('response', (response) => answers.push(response))
  return answers
}

/** Bytes of the bodies as they came over the wire, packed. */
async function weigh(answers: Response[]): Promise<number> {
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}

test('brings Beranda within 200 KB of JavaScript', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  const { page: fresh, context } = await stage.visit()
  await context.addCookies(await page.context().cookies())
  const answers = received(fresh)
  await fresh.goto('/')
  await fresh.getByRole('heading', { level: 2, name: 'Dari undangan ke pemberitaan' }).waitFor()
  await fresh.waitForLoadState('networkidle')
  const scripts = answers.filter((answer) => new URL(answer.url()).pathname.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(1)
  // A script of a few hundred bytes does not get smaller.
  const packed = scripts.filter((script) => script.headers()['content-encoding'] === 'br')
  const plain = scripts.filter((script) => !packed.includes(script))
  expect(await weigh(plain)).toBeLessThan(2 * kilobyte)
  const weight = await weigh(scripts)
  expect(weight).toBeGreaterThan(50 * kilobyte)
  expect(weight).toBeLessThanOrEqual(200 * kilobyte)
})

test('brings a journalist the whole page within 14 KB', async () => {
  const { page } = await stage.visit({ width: 390, height: 844 })
  const answers = received(page)
  await page.goto(stage.server.personalLink)
  await page.waitForLoadState('networkidle')
  expect(await weigh(answers)).toBeLessThanOrEqual(14 * kilobyte)
  expect(answers.every((answer) => answer.request().resourceType() !== 'script')).toBe(true)
})
