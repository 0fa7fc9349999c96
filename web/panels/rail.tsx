import { Button } from 'react-aria-components'
import { Link, useRoute } from 'wouter'
import type { Theme } from '#web/encoding/palette.ts'
import { pageEntries } from '#web/pages.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon, type IconName } from '#web/ui/icon.tsx'

/** The narrow strip of pages and switches. */
export function Rail({ theme }: { readonly theme: Theme }) {
  const { t } = useSpeech()
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <PageLinks />
      <span className="rail-space" />
      <Switches theme={theme} />
    </nav>
  )
}

/** The pages, each with the question that is asked on this one. */
export function PageLinks() {
  const { t } = useSpeech()
  return (
    <>
      <RailLink path="/" href="/" icon="explore" label={t('rail.explore')} />
      {pageEntries.map(([, { path, name, rail }]) =>
        rail === undefined ? null : (
          <RailLink key={path} path={path} href={rail.href} icon={rail.icon} label={t(name)} />
        ),
      )}
      <a className="rail-item" href="/api">
        <Icon name="code" size={20} />
        {t('rail.api')}
      </a>
    </>
  )
}

interface RailLinkProps {
  readonly path: string
  readonly href: string
  readonly icon: IconName
  readonly label: string
}

function RailLink({ path, href, icon, label }: RailLinkProps) {
  const [view] = useView()
  const [isCurrent] = useRoute(path)
  return (
    <Link
      className={isCurrent ? 'rail-item is-current' : 'rail-item'}
      href={pageHref(href, view)}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon name={icon} size={20} />
      {label}
    </Link>
  )
}

/** Language and theme; both are written to the URL only once chosen, before that the reader's system decides. */
export function Switches({ theme }: { readonly theme: Theme }) {
  const { t, language } = useSpeech()
  const [, change] = useView()
  const other = language === 'en' ? 'zh' : 'en'
  const otherTheme = theme === 'light' ? 'dark' : 'light'
  return (
    <>
      <Button
        className="rail-item is-switch"
        lang={other}
        onPress={() => change({ lang: other }, { history: 'replace' })}
      >
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <span title={t(`theme.${otherTheme}`)}>
        <Button
          className="rail-item is-switch"
          aria-label={t(`theme.${otherTheme}`)}
          onPress={() => change({ theme: otherTheme }, { history: 'replace' })}
        >
          <Icon name={otherTheme === 'dark' ? 'moon' : 'sun'} size={20} />
        </Button>
      </span>
    </>
  )
}
