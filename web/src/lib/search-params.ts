import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** How one filter is written in the URL; what it cannot read is the default. */
export interface Param<T> {
  readonly read: (text: string | undefined) => T
  /** Undefined for the default, which is never written. */
  write(value: T): string | undefined
}

/** Any text; empty by default. */
export const text: Param<string> = { read: (v) => v ?? '', write: (v) => v || undefined }

/** On or off, written `1`; off by default. */
export const flag: Param<boolean> = { read: (v) => v === '1', write: (v) => (v ? '1' : undefined) }

/** One of the given words, or undefined. */
export const oneOf = <const T extends string>(values: readonly T[]): Param<T | undefined> => ({
  read: (v) => values.find((word) => word === v),
  write: (v) => v,
})

/** Several of the given words; none by default. */
export const someOf = <const T extends string>(values: readonly T[]): Param<readonly T[]> => ({
  read: (v) => {
    const given = v?.split(',') ?? []
    return values.filter((word) => given.includes(word))
  },
  write: (v) => v.join(',') || undefined,
})

/** Free words (tags, ids) without commas; none by default. */
export const textList: Param<readonly string[]> = {
  read: (v) => v?.split(',').filter(Boolean) ?? [],
  write: (v) => v.join(',') || undefined,
}

type ValuesOf<S> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never }

/**
 * The filters of a page, kept in its URL: `const [filters, setFilters] = useSearchParams(spec)`.
 * Declare `spec` outside the component. A change replaces the entry of the browser's history
 * (typing in a search box must not fill it); pass `{ push: true }` for a step worth going back to.
 */
export const useSearchParams = <const S extends Record<string, Param<unknown>>>(spec: S) => {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const textList = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(spec).map(([name, param]) => [name, param.read(search[name])]),
      ) as ValuesOf<S>,
    [spec, search],
  )
  const change = useCallback(
    (patch: Partial<ValuesOf<S>>, { push = false }: { push?: boolean } = {}) => {
      const written = Object.fromEntries(
        Object.entries(patch).map(([name, value]) => [
          name,
          (spec[name] as Param<unknown>).write(value),
        ]),
      )
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...written }),
        replace: !push,
        resetScroll: false,
      })
    },
    [navigate, spec],
  )
  return [textList, change] as const
}

/** Plain `?q=…&status=a,b` both ways; the router's own would quote text as JSON. */
export const parseSearch = (search: string): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(search))
    found[name] = found[name] === undefined ? value : `${found[name]},${value}`
  return found
}

export const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).filter(([, v]) => v !== undefined && v !== null && v !== '')
  const text = new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString()
  return text ? `?${text.replaceAll('%2C', ',')}` : ''
}
