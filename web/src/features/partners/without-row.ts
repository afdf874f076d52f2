interface Page {
  items: readonly { id: string }[]
}

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)

const from = (page: unknown, id: string) =>
  isPage(page) ? { ...page, items: page.items.filter((item) => item.id !== id) } : page

/** A cached list, one page or many, as it is once a record has left it. */
export const withoutRow =
  (id: string) =>
  (cached: unknown): unknown =>
    typeof cached === 'object' && cached !== null && 'pages' in cached
      ? { ...cached, pages: (cached.pages as unknown[]).map((page) => from(page, id)) }
      : from(cached, id)
