import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readSignInSearch } from '../account/signInSearch.js'
import { sessionQuery, welcomeQuery } from '../api/queries.js'
import { readExportSearch } from '../export/exportSearch.js'
import { readRecordsSearch } from '../records/recordsSearch.js'
import { Frame } from './Frame.js'
import { NotFound } from './NotFound.js'
import { PageError } from './PageError.js'
import { Pending } from './Pending.js'

/** What every route may ask. */
export interface RouterContext {
  queryClient: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet, errorComponent: BareError })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('../account/SignInPage.js'), 'SignInPage'),
})

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('../account/JoinPage.js'), 'JoinPage'),
})

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('../account/JoinPage.js'), 'JoinPage'),
})

const awaitingSetUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/awaiting-set-up',
  component: lazyRouteComponent(() => import('../account/AwaitingSetUpPage.js'), 'AwaitingSetUpPage'),
})

/** Whatever needs a signed-in person. Anybody else is led to sign in, and back to where they were going. */
const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session !== null) return { session }
    const welcome = await context.queryClient.fetchQuery(welcomeQuery)
    if (!welcome.ready) throw redirect({ to: '/awaiting-set-up', replace: true, mask: { to: '/' } })
    throw redirect({ to: '/sign-in', replace: true, search: location.href === '/' ? {} : { to: location.href } })
  },
})

const recordsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  validateSearch: readRecordsSearch,
  component: lazyRouteComponent(() => import('../records/RecordsPage.js'), 'RecordsPage'),
})

const recordRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/records/$recordId',
  component: lazyRouteComponent(() => import('./RecordRoute.js'), 'RecordRoute'),
})

const exportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/records/$recordId/export',
  validateSearch: readExportSearch,
  component: lazyRouteComponent(() => import('../export/ExportPage.js'), 'ExportPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/SettingsPage.js'), 'SettingsPage'),
})

/** An address that nobody made: said within the frame, so that the way on is at hand. */
const nowhereRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound })

const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  joinRoute,
  awaitingSetUpRoute,
  frameRoute.addChildren([recordsRoute, recordRoute, exportRoute, settingsRoute, nowhereRoute]),
])

/** Nothing of the page could be shown, not even the frame. */
function BareError(error: ErrorComponentProps) {
  return (
    <main>
      <PageError {...error} />
    </main>
  )
}

/** The page's addresses. Each page is a chunk of its own, fetched when a link to it is hovered or focused. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Pending,
    defaultPendingMs: 250,
    scrollRestoration: true,
  })
}
