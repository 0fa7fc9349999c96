import '#web/styles/base.css'
import '#web/styles/layout.css'
import '#web/styles/controls.css'
import '#web/styles/panels.css'
import '#web/styles/table.css'
import '#web/styles/dialogs.css'
import '#web/styles/states.css'
import '#web/styles/map.css'
import '#web/styles/phone.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { asProblem } from '#web/api/problem.ts'
import { App } from '#web/app.tsx'
import { loadView } from '#web/state/view.ts'
import { preferredLanguage, speak } from '#web/text/text.ts'

const lastTry = 2

/** Only what may pass by itself is asked again: a busy server, a lost connection. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      // Also without a network a question is asked: its failure is told, where a paused one would look like an answer.
      networkMode: 'always',
      retry: (failures, error) => failures < lastTry && ['busy', 'offline'].includes(asProblem(error).kind),
    },
  },
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')
await speak(loadView(window.location.search).lang ?? preferredLanguage(navigator.languages))
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <App />
        </NuqsAdapter>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
