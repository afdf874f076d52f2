/**
 * Where labels at the end of lines stand so that none covers another: each as near to its line as
 * the gap allows, in the order of the lines, all inside the picture.
 *
 * @param wanted heights of the ends of the lines, in pixels from the top
 * @param gap least distance between two labels, in pixels
 * @param height of the picture, in pixels
 */
export const spreadLabels = (wanted: readonly number[], gap: number, height: number): number[] => {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed: number[] = new Array(wanted.length).fill(0)
  let free = -Infinity
  for (const index of order) {
    free = Math.max(wanted[index] ?? 0, free)
    placed[index] = free
    free += gap
  }
  // What was pushed below the picture pushes the ones above it back up.
  let limit = height
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit)
    limit = (placed[index] ?? 0) - gap
  }
  return placed
}
