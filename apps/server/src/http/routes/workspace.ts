import { patchWorkspaceSchema, workspaceSchema } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Workspace } from '../../identity/workspace.js'

/** What holds for the whole workspace. */
export function workspaceRoutes({ workspace }: { workspace: Workspace }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/workspace',
      {
        config: { access: { who: 'viewer' } },
        schema: { summary: 'The workspace’s name and settings', response: { 200: workspaceSchema } },
      },
      () => workspace.settings(),
    )

    app.patch(
      '/api/v1/workspace',
      {
        config: { access: { who: 'admin' } },
        schema: { summary: 'Change them', body: patchWorkspaceSchema, response: { 200: workspaceSchema } },
      },
      (request) => workspace.change(request.body),
    )
  }
}
