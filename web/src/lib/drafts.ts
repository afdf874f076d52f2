const prefix = 'ngopi-draft:'

/** What nobody came back to goes, after so long in milliseconds. */
const keptFor = 14 * 24 * 60 * 60 * 1000

/** What was typed and not saved: the fields that differ, with what stood there before. */
export interface Draft {
  /** When it was last written, in milliseconds since the epoch. */
  readonly at: number
  readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
}

/** As it is kept: no number that is none, and no key that a list makes anew whenever it is shown. */
const written = (value: unknown): string =>
  JSON.stringify(value, (name, part) =>
    name === 'key' ? undefined : typeof part === 'number' && !Number.isFinite(part) ? '' : part,
  ) ?? ''

/** The fields that differ from those the form began with; undefined when none does. */
export const draftOf = (
  values: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
  at: number,
): Draft | undefined => {
  const changed = Object.keys(values).filter(
    (name) => written(values[name]) !== written(initial[name]),
  )
  if (changed.length === 0) return undefined
  const fields = changed.map((name) => [name, { from: initial[name], to: values[name] }])
  return { at, fields: Object.fromEntries(fields) }
}

/**
 * A draft over what the form begins with now. Only what was typed comes back: a field that somebody else has changed
 * since, and that was not touched here, keeps their value. `overtaken`: they changed one that was.
 */
export const withDraft = <V extends Record<string, unknown>>(
  draft: Draft,
  initial: V,
): { values: V; overtaken: boolean } | undefined => {
  const fields = Object.entries(draft.fields).filter(
    ([name, { to }]) => name in initial && written(to) !== written(initial[name]),
  )
  if (fields.length === 0) return undefined
  return {
    values: { ...initial, ...Object.fromEntries(fields.map(([name, { to }]) => [name, to])) },
    overtaken: fields.some(([name, { from }]) => written(from) !== written(initial[name])),
  }
}

/** A browser that keeps nothing works as before: what was typed lasts as long as its form. */
const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
  try {
    return work(localStorage)
  } catch {
    return undefined
  }
}

const nameOf = (userId: string, form: string) => `${prefix}${userId}:${form}`

export const readDraft = (userId: string, form: string, now: number): Draft | undefined =>
  attempt((storage) => {
    const draft = JSON.parse(storage.getItem(nameOf(userId, form)) ?? 'null') as Draft | null
    return draft && now - draft.at < keptFor ? draft : undefined
  })

/** Keeps a draft for a user and a form on this device; undefined throws it away. */
export const keepDraft = (userId: string, form: string, draft: Draft | undefined): void => {
  attempt((storage) =>
    draft
      ? storage.setItem(nameOf(userId, form), JSON.stringify(draft))
      : storage.removeItem(nameOf(userId, form)),
  )
}

/** At logout nothing that anybody typed stays on the device. */
export const forgetDrafts = (): void => {
  attempt((storage) => {
    for (const name of Object.keys(storage)) if (name.startsWith(prefix)) storage.removeItem(name)
  })
}
