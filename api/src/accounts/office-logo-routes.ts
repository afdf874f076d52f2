import { logoLimits, logoTypes, officesApi } from '@ngopi/shared/offices'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { printPdf, UnprintableError } from '../platform/pdf/print-pdf.ts'
import { perform } from '../platform/perform.ts'
import { sendPicture } from '../platform/send-file.ts'
import { actingFor, administeredOffice } from './administered-office.ts'
import { putLogo, removeLogo } from './office-logo-commands.ts'
import { findLogo } from './office-logo-queries.ts'
import { type Picture, readPicture } from './office-logo-rules.ts'
import { findOffice } from './office-queries.ts'
import { accountStrings } from './strings.ts'

const refuse = (message: (typeof accountStrings)['notAPicture']) =>
  new AppError('unprocessable', { message })

/** The picture that was sent; 422 for one that a letter could not carry. */
async function printablePicture(
  body: unknown,
  asker: string,
): Promise<{ content: Buffer; picture: Picture }> {
  const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  if (content.length > logoLimits.bytes) throw refuse(accountStrings.largePicture)
  const picture = readPicture(content, logoLimits.pixels)
  if (!picture) throw refuse(accountStrings.notAPicture)
  if (Math.max(picture.width, picture.height) > logoLimits.pixels)
    throw refuse(accountStrings.largePicture)
  const address = `data:${picture.mediaType};base64,${content.toString('base64')}`
  try {
    // The proof of a picture is that it prints: a letter must not fail for its emblem later.
    await printPdf(
      { content: [{ image: 'logo', fit: [66, 66] }], images: { logo: address } },
      asker,
    )
  } catch (error) {
    if (error instanceof UnprintableError) throw refuse(accountStrings.notAPicture)
    throw error
  }
  return { content, picture }
}

/** The emblem in the letterhead of the own office or, for an admin, of one below. */
export async function officeLogoRoutes(app: App, { database }: Deps): Promise<void> {
  app.route({
    ...officesApi.logo,
    handler: async (request, reply) => {
      const { offices, role } = accessOf(request)
      const { id } = request.params
      const logo = await database.read(offices, async (db) => {
        const office = await findOffice(db, id)
        return office && (role === 'admin' || offices.includes(id)) ? findLogo(db, id) : undefined
      })
      if (!logo) throw new AppError('not_found')
      sendPicture(reply, logo)
      return reply
    },
  })

  app.route({
    ...officesApi.removeLogo,
    handler: async (request, reply) => {
      const access = accessOf(request)
      const officeId = await administeredOffice(database, access, request.params.id)
      return perform({ database, request, reply }, (tx) =>
        actingFor(tx, { access, officeId }, () => removeLogo(tx, officeId)),
      )
    },
  })

  await app.register(async (scope: App) => {
    scope.addContentTypeParser(
      [...logoTypes],
      { parseAs: 'buffer', bodyLimit: 2 * logoLimits.bytes },
      async (_request: unknown, body: Buffer) => body,
    )
    scope.route({
      ...officesApi.putLogo,
      handler: async (request, reply) => {
        const access = accessOf(request)
        const officeId = await administeredOffice(database, access, request.params.id)
        const { content, picture } = await printablePicture(request.body, access.officeId)
        return perform({ database, request, reply }, (tx) =>
          actingFor(tx, { access, officeId }, () =>
            putLogo(tx, { officeId, mediaType: picture.mediaType, content }),
          ),
        )
      },
    })
  })
}
