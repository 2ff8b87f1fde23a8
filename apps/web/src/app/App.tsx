import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from '../api/queryClient.js'
import { Toasts } from '../design/Toasts.js'
import { createAppRouter } from './router.js'

const queryClient = createQueryClient(() => {
  // The routes ask again who is signed in, and lead to the sign-in page and back.
  void router.invalidate()
})
const router = createAppRouter(queryClient)

/** Everything a page may rely on: the server's answers, tooltips, messages, routes. */
export function App() {
  return (
    // The Content-Security-Policy allows no inline style elements.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Tooltip.Provider delay={500}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  )
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
