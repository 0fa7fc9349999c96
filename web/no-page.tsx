import { Link } from 'wouter'
import { PageFrame } from '#web/page-frame.tsx'
import type { PageProps } from '#web/pages.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'

/** What an address without a page says, and the way on. */
export function NoPage({ theme }: PageProps) {
  const { t } = useSpeech()
  const [view] = useView()
  return (
    <PageFrame theme={theme} title={t('no_page.title')} lead={t('no_page.why')}>
      <Link className="button" href={pageHref('/', view)}>
        {t('no_page.explore')}
      </Link>
    </PageFrame>
  )
}
