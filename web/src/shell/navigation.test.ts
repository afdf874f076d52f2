import { describe, expect, it } from 'vitest'
import { entriesFor, footEntriesFor, isCurrent, mayOpen } from './navigation.ts'

describe('the desk', () => {
  it('sees its sessions and nothing else', () => {
    expect([...entriesFor('desk'), ...footEntriesFor('desk')].map((entry) => entry.key)).toEqual([
      'sessions',
    ])
  })

  it('is led back from every other page', () => {
    const open = ['/', '/media', '/wartawan/1', '/laporan', '/pengaturan/pengguna', '/pemberitaan']
    expect(open.filter((path) => mayOpen('desk', path))).toEqual([])
    expect(mayOpen('desk', '/pertemuan/1')).toBe(true)
    expect(mayOpen('desk', '/pertemuan/kalender')).toBe(false)
    expect(mayOpen('desk', '/pertemuan/rangkaian/1')).toBe(false)
    expect(mayOpen('desk', '/pengaturan/akun')).toBe(true)
    expect(open.every((path) => mayOpen('manager', path))).toBe(true)
  })
})

it('marks the entry that an address belongs to, and only that', () => {
  const current = (pathname: string) =>
    entriesFor('admin')
      .filter((entry) => isCurrent(entry, pathname))
      .map((entry) => entry.key)
  expect(current('/')).toEqual(['home'])
  expect(current('/pertemuan/1/undangan')).toEqual(['sessions'])
  expect(current('/mediator')).toEqual([])
})
