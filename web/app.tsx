import { createElement, lazy, Suspense, useEffect } from 'react'
import { I18nProvider as AriaLanguage } from 'react-aria-components'
import { matchRoute, Route, Switch, useLocation, useRouter } from 'wouter'
import type { Theme } from '#web/encoding/palette.ts'
import { Explore } from '#web/explore.tsx'
import { NoPage } from '#web/no-page.tsx'
import { pageViews } from '#web/page-views.ts'
import { pageEntries } from '#web/pages.ts'
import { useView } from '#web/state/use-view.ts'
import { languageTags, preferredLanguage, speak, useSpeech } from '#web/text/text.ts'
import { useMedia } from '#web/ui/use-media.ts'

const ExplorePhone = lazy(async () => ({ default: (await import('#web/explore-phone.tsx')).ExplorePhone }))

/** The theme of the URL, else that of the reader's system; the style sheet and the map follow it. */
function useTheme(): Theme {
  const [view] = useView()
  const prefersDark = useMedia('(prefers-color-scheme: dark)')
  const theme = view.theme ?? (prefersDark ? 'dark' : 'light')
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return theme
}

/** The language of the URL, else the reader's own. */
function useLanguage() {
  const [view] = useView()
  const { language } = useSpeech()
  const asked = view.lang ?? preferredLanguage(navigator.languages)
  useEffect(() => {
    void speak(asked)
  }, [asked])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  }, [language])
  return language
}

/** The name of the page that is open, for tabs and bookmarks. */
function useTitle() {
  const { t } = useSpeech()
  const [location] = useLocation()
  const { parser } = useRouter()
  const [, page] = pageEntries.find(([, { path }]) => matchRoute(parser, path, location)[0]) ?? []
  useEffect(() => {
    document.title = `SMAP Atlas · ${t(page?.name ?? 'brand.line')}`
  }, [page, t])
}

/** The page, in the reader's language and light. */
export function App() {
  const language = useLanguage()
  const theme = useTheme()
  useTitle()
  return (
    <AriaLanguage locale={languageTags[language]}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/">
            <ExploreHere theme={theme} />
          </Route>
          {pageEntries.map(([id, { path }]) => (
            <Route key={id} path={path}>
              {createElement(pageViews[id], { theme })}
            </Route>
          ))}
          <Route>
            <NoPage theme={theme} />
          </Route>
        </Switch>
      </Suspense>
    </AriaLanguage>
  )
}

/** Explore on a desk or in the hand. */
function ExploreHere({ theme }: { readonly theme: Theme }) {
  const isPhone = useMedia('(max-width: 760px)')
  return isPhone ? <ExplorePhone theme={theme} /> : <Explore theme={theme} />
}
