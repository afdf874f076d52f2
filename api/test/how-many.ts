/** Whether the long look is taken: `npm run test:deep`. */
const deep = process.env.NGOPI_DEEP === '1'

/**
 * How many generated stories, requests or blows a test goes through: enough on each change to find what a fault in the
 * rule itself breaks, and many more before a release.
 */
export const howMany = (usual: number, deeply: number): number => (deep ? deeply : usual)
