import { useParams } from '@tanstack/react-router'

/** An id from the path of the page, named as in router.tsx: `useRouteId('outletId')`. */
export const useRouteId = (name: string): string => {
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  const value = params[name]
  if (!value) throw new Error(`the route has no parameter ${name}`)
  return value
}
