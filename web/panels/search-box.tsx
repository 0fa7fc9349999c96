import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { datasets } from '#data/catalog.ts'
import { type Found, searchQuery } from '#web/api/queries.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

const keyOf = ({ dataset, id }: Found): string => `${dataset}:${id}`
const none: readonly Found[] = []

/** A slash anywhere outside a text box puts the cursor into the search. */
function useSlash() {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      box.current?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return box
}

/** Mines, host communities and protected areas by name; choosing one selects it and goes there. */
export function SearchBox() {
  const { t, language, say } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const [, change] = useView()
  const [text, setText] = useState('')
  const { data } = useQuery(searchQuery(useDeferredValue(text.trim())))
  const results = text.trim().length > 1 ? (data?.results ?? none) : none
  const box = useSlash()
  const choose = (key: unknown) => {
    const found = results.find((result) => keyOf(result) === key)
    if (found === undefined) return
    setText('')
    const { longitude, latitude } = found
    change({ select: { dataset: found.dataset, id: found.id }, at: { zoom: 8, longitude, latitude } })
  }
  return (
    <ComboBox
      className="search"
      aria-label={t('search.label')}
      items={results.map((result) => ({ ...result, key: keyOf(result) }))}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={choose}
      allowsEmptyCollection={text.trim().length > 1}
      menuTrigger="input"
    >
      <div className="search-field">
        <Icon name="search" size={16} />
        <Input className="input" ref={box} placeholder={t('search.hint')} />
        <kbd className="search-key">/</kbd>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox className="list" renderEmptyState={() => <p className="list-empty">{t('search.nothing')}</p>}>
          {(found: Found & { key: string }) => (
            <ListBoxItem id={found.key} className="list-item" textValue={found.name_en}>
              <span className="list-item-label">{(language === 'zh' ? found.name_zh : null) ?? found.name_en}</span>
              <span className="list-item-note">
                {say(datasets[found.dataset].title)} · {nameOfCountry(found.iso3)}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
