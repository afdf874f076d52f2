import { describe, expect, it } from 'vitest'
import { entryOf, isAppPage } from './addresses.ts'

describe('isAppPage', () => {
  it('takes every page of the application', () => {
    for (const path of ['/', '/pertemuan/1/meja', '/masuk', '/undangan-lama', '/uji'])
      expect(isAppPage(path), path).toBe(true)
  })

  it('leaves to the server what is not the application', () => {
    for (const path of [
      '/api/docs',
      '/api',
      '/u/token',
      '/u/token/pass',
      '/calendar/x.ics',
      '/surat/A1',
      '/kliping/t',
      '/hooks/whatsapp',
      '/hadir/1',
      '/assets/index-1.js',
      '/readyz',
    ])
      expect(isAppPage(path), path).toBe(false)
  })
})

describe('entryOf', () => {
  it('finds the script that names the build', () => {
    const document =
      '<script src="/before-paint.js"></script><script type="module" crossorigin src="/assets/index-aB1.js"></script>'
    expect(entryOf(document)).toBe('/assets/index-aB1.js')
  })

  it('finds none in a page of something in between', () => {
    expect(entryOf('<html>Log in to the hotel</html>')).toBeUndefined()
  })
})
