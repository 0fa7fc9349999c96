import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Text } from '#data/vocabularies/vocabulary.ts'
import { words } from '#server/html/words.ts'
import type { Language } from '#server/http/representation.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Who reads a page, and where. */
export interface View {
  readonly language: Language
  readonly url: URL
}

export interface Crumb {
  readonly path: string
  readonly text: string
}

export interface Sheet {
  readonly title: string
  readonly description: string
  /** From the API's first page to the page above this one. */
  readonly crumbs: readonly Crumb[]
  readonly body: Html
  /** Other formats of the same: value of `f` and name. */
  readonly formats?: readonly (readonly [f: string, name: string])[]
  readonly snapshot?: string | undefined
  readonly head?: Html
}

/** A text in the language of the view. */
export const say = ({ language }: View, text: Text): string => text[language]

/** The address of this page with some parameters changed. */
export function addressOf({ url }: View, changes: Readonly<Record<string, string>>): string {
  const changed = new URL(url)
  for (const [name, value] of Object.entries(changes)) changed.searchParams.set(name, value)
  return changed.pathname + changed.search
}

/** A path of the API in the language that the reader has chosen by `lang`. */
export function linkTo({ url }: View, path: string): string {
  const lang = url.searchParams.get('lang')
  const join = path.includes('?') ? '&' : '?'
  return lang === null ? path : `${path}${join}lang=${encodeURIComponent(lang)}`
}

/** The crumbs that every page begins with. */
export const apiCrumb = (view: View): Crumb => ({ path: linkTo(view, '/api'), text: say(view, words.api) })
export const collectionsCrumb = (view: View): Crumb => ({
  path: linkTo(view, '/api/collections'),
  text: say(view, words.collections),
})

const languages: readonly [Language, string, string][] = [
  ['en', 'en', 'English'],
  ['zh', 'zh-Hans', '中文'],
]

function header(view: View, { crumbs, title }: Sheet): Html {
  return html`<header class="frame">
    <nav aria-label="${say(view, words.path)}">
      <ol>
        ${crumbs.map(({ path, text }) => html`<li><a href="${path}">${text}</a></li>`)}
        <li aria-current="page">${title}</li>
      </ol>
    </nav>
    <nav aria-label="English, 中文">
      <ul>
        ${languages.map(
          ([language, tag, name]) =>
            html`<li><a href="${addressOf(view, { lang: language })}" lang="${tag}" hreflang="${tag}">${name}</a></li>`,
        )}
      </ul>
    </nav>
  </header>`
}

function footer(view: View, { formats = [], snapshot }: Sheet): Html {
  return html`<footer class="frame">
    ${
      formats.length > 0
        ? html`<nav aria-label="${say(view, words.formats)}">
            <ul>
              <li>${say(view, words.formats)}${view.language === 'zh' ? '：' : ':'}</li>
              ${formats.map(([f, name]) => html`<li><a href="${addressOf(view, { f })}">${name}</a></li>`)}
            </ul>
          </nav>`
        : ''
    }
    ${snapshot ? html`<p>${say(view, words.snapshot)} <code>${snapshot}</code></p>` : ''}
  </footer>`
}

/** A whole page: language, title, crumbs, content, other formats. Nothing in it is inline, so the policy of all pages holds. */
export function page(view: View, sheet: Sheet): Html {
  const { title, description, body, head = '' } = sheet
  return html`<!doctype html>
<html lang="${view.language === 'zh' ? 'zh-Hans' : 'en'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · ${say(view, words.atlas)}</title>
    <meta name="description" content="${description}" />
    <link rel="stylesheet" href="/api/pages.css" />
    <link rel="icon" href="/mark.svg" type="image/svg+xml" />
    ${languages.map(
      ([language, tag]) =>
        html`<link rel="alternate" hreflang="${tag}" href="${addressOf(view, { lang: language })}" />`,
    )}
    ${head}
  </head>
  <body>
    <a class="skip" href="#content">${say(view, words.skip)}</a>
    ${header(view, sheet)}
    <main id="content" class="frame">
      <h1>${title}</h1>
      ${body}
    </main>
    ${footer(view, sheet)}
  </body>
</html>`
}

/** A table that a narrow screen scrolls; `cells` are already in the reader's language. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) => html`<tr>
            ${cells.map((cell) =>
              typeof cell === 'number' ? html`<td class="number">${String(cell)}</td>` : html`<td>${cell}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

export type Cell = string | number | Html

/** Names and what they stand for. */
export const facts = (pairs: readonly (readonly [name: string, value: Cell | undefined])[]): Html =>
  html`<dl>
    ${pairs.flatMap(([name, value]) => (value === undefined ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`]))}
  </dl>`
