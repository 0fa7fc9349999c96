import { Button } from 'react-aria-components'
import type { Theme } from '#web/encoding/palette.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon, type IconName } from '#web/ui/icon.tsx'

export type RailDialog = 'data' | 'words'

interface Props {
  readonly theme: Theme
  readonly onOpen: (dialog: RailDialog) => void
}

/** The narrow strip of pages and switches. */
export function Rail({ theme, onOpen }: Props) {
  const { t } = useSpeech()
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <span className="rail-item is-current" aria-current="page">
        <Icon name="explore" size={20} />
        {t('rail.explore')}
      </span>
      <RailButton icon="data" label={t('rail.data')} onPress={() => onOpen('data')} />
      <RailButton icon="words" label={t('rail.words')} onPress={() => onOpen('words')} />
      <a className="rail-item" href="/api">
        <Icon name="code" size={20} />
        {t('rail.api')}
      </a>
      <span className="rail-space" />
      <Switches theme={theme} />
    </nav>
  )
}

interface RailButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly onPress: () => void
}

const RailButton = ({ icon, label, onPress }: RailButtonProps) => (
  <Button className="rail-item" onPress={onPress}>
    <Icon name={icon} size={20} />
    {label}
  </Button>
)

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
