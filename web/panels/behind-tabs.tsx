import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs, type TabsProps } from 'react-aria-components'
import { useSpeech } from '#web/text/text.ts'

export type BehindPart = 'rows' | 'sql' | 'sources'

interface Props extends Pick<TabsProps, 'selectedKey' | 'onSelectionChange'>, Readonly<Record<BehindPart, ReactNode>> {}

/** What is behind a number, in three parts: its rows, its SQL, its sources. */
export function BehindTabs({ rows, sql, sources, ...chosen }: Props) {
  const { t } = useSpeech()
  return (
    <Tabs className="tabs" {...chosen}>
      <TabList className="tab-list" aria-label={t('dialog.parts')}>
        <Tab id="rows" className="tab">
          {t('open.rows')}
        </Tab>
        <Tab id="sql" className="tab">
          {t('open.sql')}
        </Tab>
        <Tab id="sources" className="tab">
          {t('open.sources')}
        </Tab>
      </TabList>
      <TabPanel id="rows" className="tab-panel">
        {rows}
      </TabPanel>
      <TabPanel id="sql" className="tab-panel is-scrolling">
        {sql}
      </TabPanel>
      <TabPanel id="sources" className="tab-panel is-scrolling">
        {sources}
      </TabPanel>
    </Tabs>
  )
}
