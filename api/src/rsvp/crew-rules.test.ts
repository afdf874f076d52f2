import { expect, test } from 'vitest'
import { countsOf, crewCounted } from './crew-rules.ts'

test('a form without counts says nothing of the crew, one with zeros that nobody comes along', () => {
  expect(crewCounted({}, [])).toBeUndefined()
  expect(crewCounted({ reporter: 0 }, [{ role: 'reporter', name: null }])).toEqual([])
})

test('names known before stay with those who still come', () => {
  const ani = { role: 'cameraman', name: 'Ani (contoh)' } as const
  const crew = crewCounted({ cameraman: 2, photographer: 1 }, [
    ani,
    { role: 'reporter', name: 'Budi' },
  ])
  expect(crew).toEqual([
    ani,
    { role: 'cameraman', name: null },
    { role: 'photographer', name: null },
  ])
  expect(countsOf(crew ?? [])).toEqual({ reporter: 0, cameraman: 2, photographer: 1 })
})
