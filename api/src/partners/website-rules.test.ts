import { expect, test } from 'vitest'
import { domainOf } from './website-rules.ts'

test.each([
  ['https://mataberita.net/', 'mataberita.net'],
  ['https://www.MataBerita.net/kanal?x=1#y', 'mataberita.net'],
  ['http://pemalang.radar.co.id:8080/', 'radar.co.id'],
  ['https://humas.jatengprov.go.id', 'jatengprov.go.id'],
  ['https://kabar-desa.blogspot.com/2025', 'kabar-desa.blogspot.com'],
  ['https://berita.müller.example', 'xn--mller-kva.example'],
  ['http://192.168.1.4/', null],
  ['http://[::1]/', null],
  ['http://localhost/', null],
  ['https://co.id/', null],
])('%s belongs to %s', (website, domain) => {
  expect(domainOf(website)).toBe(domain)
})
