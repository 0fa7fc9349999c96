import { Link } from 'wouter'
import type { Issue } from '#web/api/committee-queries.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'

/** The name of a guideline issue, leading to its page. */
export function IssueLink({ issue }: { readonly issue: Issue }) {
  const { nameOf } = useSpeech()
  const [view] = useView()
  return (
    <Link className="issue-link" href={pageHref(`/issues/${issue}`, view)}>
      {nameOf('guideline_issue', issue)}
    </Link>
  )
}
