import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from '../api/queryClient.js'
import { Tips } from '../design/Tips.js'
import { Toasts } from '../design/Toasts.js'
import { createAppRouter } from './router.js'

const queryClient = createQueryClient(() => {
  // The routes ask again who is signed in, and lead to the sign-in page and back.
  void router.invalidate()
})
const router = createAppRouter(queryClient)

/** Everything a page may rely on: the server's answers, messages, routes. */
export function App() {
  return (
    // The Content-Security-Policy allows no inline style elements.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
        <Tips />
      </QueryClientProvider>
    </CSPProvider>
  )
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
