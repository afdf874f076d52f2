import { fetchSigned } from './api.ts'

/** The name the server gives a file; quoted, of plain letters. */
const nameIn = (disposition: string | null): string | undefined =>
  /filename="([^"]+)"/.exec(disposition ?? '')?.[1]

/** Fetches a file with the login and hands it to the browser to keep; `fallback` names it where the server does not. */
export const download = async (address: string, fallback: string): Promise<void> => {
  const response = await fetchSigned(address)
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallback
  link.click()
  // The browser has begun to read it by then; a file of any size is read from memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
