// Node 20 takes no TypeScript, and a thread inherits no loader: tsx is registered here before anything else is read.
import { register } from 'tsx/esm/api'

register()
await import('./pdf-thread.ts')
