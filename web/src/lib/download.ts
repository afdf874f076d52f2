import { fetchSigned } from './api.ts'

const nameIn = (disposition: string | null): string | undefined => {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  return encoded ? decodeURIComponent(encoded) : disposition?.match(/filename="?([^";]+)"?/i)?.[1]
}

/**
 * Saves a file of the API under the name the server gives it. A plain link cannot: the access
 * token is in memory, not in a cookie. Throws `ApiError`.
 */
export const download = async (address: string, fallbackName: string): Promise<void> => {
  const response = await fetchSigned(address)
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
