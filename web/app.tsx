import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider as AriaLanguage } from 'react-aria-components'
import type { Theme } from '#web/encoding/palette.ts'
import { Explore } from '#web/explore.tsx'
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
  const { language, t } = useSpeech()
  const asked = view.lang ?? preferredLanguage(navigator.languages)
  useEffect(() => {
    void speak(asked)
  }, [asked])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
    document.title = `SMAP Atlas · ${t('brand.line')}`
  }, [language, t])
  return language
}

/** The page, in the reader's language and light. */
export function App() {
  const language = useLanguage()
  const theme = useTheme()
  const isPhone = useMedia('(max-width: 760px)')
  return (
    <AriaLanguage locale={languageTags[language]}>
      <Suspense fallback={null}>{isPhone ? <ExplorePhone theme={theme} /> : <Explore theme={theme} />}</Suspense>
    </AriaLanguage>
  )
}
