import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useReached } from '../lib/use-session.ts'

const OfflineFrame = lazy(() =>
  import('./offline-frame.tsx').then((module) => ({ default: module.OfflineFrame })),
)

/** Around every page that needs a login. */
export const SignedIn = () => {
  const reached = useReached()
  const [begunWithout] = useState(!reached)
  if (!begunWithout) return <Outlet />
  return (
    <Suspense fallback={null}>
      <OfflineFrame />
    </Suspense>
  )
}
