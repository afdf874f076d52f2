import { useQueryClient } from '@tanstack/react-query'

// Sessions and partners show coverage in their timelines and lines; Beranda counts what waits.
const touched = ['coverage', 'reports', 'home', 'sessions', 'outlets', 'journalists', 'search']

/** Reads again whatever shows coverage. */
export const useRefreshCoverage = () => {
  const cache = useQueryClient()
  return () => Promise.all(touched.map((key) => cache.invalidateQueries({ queryKey: [key] })))
}
