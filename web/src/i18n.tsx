import { useSyncExternalStore } from 'react'
import { createTranslator } from 'use-intl/core'

export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

/** Kept under this name also by public/before-paint.js. */
const storageKey = 'ngopi-language'

interface Texts {
  readonly [key: string]: string | Texts
}
type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

/** The texts of one feature in both languages. */
export interface Catalogue<M> {
  readonly id: M
  readonly en: Shape<M>
}

/**
 * Declares the texts of a feature, beside the feature, so that they travel with its chunk.
 * Indonesian sets the shape: a missing, surplus or misspelt English key does not compile.
 */
export const catalogue = <const M extends Texts>(texts: {
  readonly id: M
  readonly en: NoInfer<Shape<M>>
}): Catalogue<M> => texts

const stored = (): Locale => {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

let current = stored()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The chosen language; Indonesian until somebody chooses. */
export const currentLocale = () => current

/** Chooses a language for this browser and repaints every text. */
export const chooseLocale = (locale: Locale) => {
  current = locale
  document.documentElement.lang = locale
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // Without storage the choice lasts until the tab is closed.
  }
  for (const listener of listeners) listener()
}

export const useLocale = () => useSyncExternalStore(subscribe, currentLocale)

const make = <M extends Texts>(texts: M, locale: Locale) =>
  // Days and times are written by lib/time.tsx only; the zone here just silences the fallback.
  createTranslator({ locale, messages: texts, timeZone: 'Asia/Jakarta' })

const made = new WeakMap<object, unknown>()

/** Translator for texts outside a component (toasts, errors); the language is that of the moment. */
export const translator = <M extends Texts>(
  texts: Catalogue<M>,
  locale: Locale = current,
): ReturnType<typeof make<M>> => {
  const chosen = texts[locale] as M
  const known = made.get(chosen) as ReturnType<typeof make<M>> | undefined
  if (known) return known
  const fresh = make(chosen, locale)
  made.set(chosen, fresh)
  return fresh
}

/** `const t = useT(partnersStrings)`; `t('title')`, `t('count', { count: 3 })`, `t.rich(…)`. */
export const useT = <M extends Texts>(texts: Catalogue<M>) => translator(texts, useLocale())
