import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { askOwnOffice, useZoneOf } from './use-office-zone.ts'

const officeId = '01990000-0000-7000-8000-000000000001'

const Hour = () => <time>{useZoneOf(officeId)}</time>

test('whatever shows an hour of the office waits until its zone is known', () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const client = new QueryClient()
  const shown = () =>
    renderToString(
      <QueryClientProvider client={client}>
        <Suspense fallback="menunggu">
          <Hour />
        </Suspense>
      </QueryClientProvider>,
    )
  expect(shown()).toContain('menunggu')
  expect(shown()).not.toContain('<time>')
  client.setQueryData([...askOwnOffice(officeId).queryKey], { timeZone: 'Asia/Jayapura' })
  expect(shown()).toContain('<time>Asia/Jayapura</time>')
  client.clear()
  vi.unstubAllGlobals()
})
