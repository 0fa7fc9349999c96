import { i18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import type { Text } from '#data/define.ts'
import { type VocabularyId, vocabularies } from '#data/vocabularies.ts'
import type english from '#web/text/en.json'
import type laterEnglish from '#web/text/later-en.json'

export type Language = keyof Text
export type TextId = keyof typeof english | keyof typeof laterEnglish
export type TextValues = Readonly<Record<string, string | number>>

/** BCP 47 tags for `lang` and `Intl`. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-Hans-CN' }

/**
 * The texts of the first screen, and those of everything that is opened later: other pages, windows, menus.
 * The build turns these messages into token lists (`web/build/slim.ts`), so no compiler comes along.
 */
const catalogs = {
  first: {
    en: () => import('#web/text/en.json'),
    zh: () => import('#web/text/zh.json'),
  },
  later: {
    en: () => import('#web/text/later-en.json'),
    zh: () => import('#web/text/later-zh.json'),
  },
} satisfies Record<string, Record<Language, () => Promise<{ default: Partial<Record<TextId, string>> }>>>

const known = new Set<keyof typeof catalogs>(['first'])
let asked: Language = 'en'

/** Load one language's texts, if they are not there yet, and speak it. */
export async function speak(language: Language): Promise<void> {
  asked = language
  const parts = await Promise.all([...known].map((part) => catalogs[part][language]()))
  // Another language may have been asked for meanwhile: the last one is spoken.
  if (asked !== language) return
  const messages = Object.assign({}, ...parts.map(({ default: texts }) => texts))
  i18n.loadAndActivate({ locale: language, locales: languageTags[language], messages })
}

/** Load what the first screen does not say; whatever is opened later waits for it beside its own code. */
export async function speakLater(): Promise<void> {
  if (known.has('later')) return
  known.add('later')
  await speak(asked)
}

/** The first of the reader's languages that we speak. */
export function preferredLanguage(languages: readonly string[]): Language {
  const first = languages.find((tag) => /^(en|zh)\b/.test(tag))
  return first?.startsWith('zh') ? 'zh' : 'en'
}

/** `en` for words in Latin letters on a Chinese page, which only the data say so; undefined where the page's own language holds. */
export const foreignTag = (text: string, language: Language): 'en' | undefined =>
  language === 'zh' && /[A-Za-z]{2}/.test(text) && !/[\u3400-\u9fff]/.test(text) ? 'en' : undefined

export interface Speech {
  readonly language: Language
  /** A text of this page, by id. */
  readonly t: (id: TextId, values?: TextValues) => string
  /** A text of a declaration. */
  readonly say: (text: Text) => string
  /** The name of a code, or the code itself where the vocabulary lacks it. */
  readonly nameOf: (vocabulary: VocabularyId, code: string) => string
}

/** The texts of the page and of the declarations, in the language of the page. */
export function useSpeech(): Speech {
  const { i18n: spoken } = useLingui()
  const language = spoken.locale === 'zh' ? 'zh' : 'en'
  const t = useCallback((id: TextId, values?: TextValues) => spoken._(id, values), [spoken])
  const say = useCallback((text: Text) => text[language], [language])
  const nameOf = useCallback(
    (vocabulary: VocabularyId, code: string) => {
      const terms: Readonly<Record<string, Text>> = vocabularies[vocabulary].terms
      return terms[code]?.[language] ?? code
    },
    [language],
  )
  return { language, t, say, nameOf }
}
