/** What a page tells a worker that waits to take over. */
export type Order =
  /** The page is already of the worker's version: nothing changes under anybody's hands. */
  | { readonly kind: 'take-over-if-yours'; readonly entry: string }
  /** Somebody asked for the new version. */
  | { readonly kind: 'take-over' }

/** The worker is of another version than the page. */
export type Reply = 'newer'

/** The name under which the worker is asked to send what waits, once there is network. */
export const syncTag = 'ngopi-scans'
