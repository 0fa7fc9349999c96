import { PageFrame } from '#web/page-frame.tsx'
import { MinesCompared } from '#web/pages/compare/mines-compared.tsx'
import { SideChoice, useSideName } from '#web/pages/compare/side-choice.tsx'
import { SnapshotsCompared } from '#web/pages/compare/snapshots-compared.tsx'
import { type Kind, kinds, useCompare, useSide } from '#web/pages/compare/use-compare.ts'
import { ValueTable } from '#web/pages/compare/value-table.tsx'
import { WhyTheyDiffer } from '#web/pages/compare/why-they-differ.tsx'
import type { PageProps } from '#web/pages.ts'
import { useSpeech } from '#web/text/text.ts'
import { Toggles } from '#web/ui/toggles.tsx'
import '#web/pages/compare/compare.css'
import '#web/styles/plain-table.css'

/** Two regions, countries, mines, periods or snapshots side by side, how they differ, and why. */
export function ComparePage({ theme }: PageProps) {
  const { t } = useSpeech()
  const { kind, a, b, choose, change } = useCompare()
  return (
    <PageFrame theme={theme} title={t('compare.title')} lead={t('compare.lead')}>
      <div className="compare">
        <div className="compare-choices">
          <Toggles
            isSingle
            label={t('compare.what')}
            options={kinds.map((id) => ({ id, label: t(`compare.${id}`) }))}
            value={[kind]}
            onChange={([next]) => choose(next ?? 'regions')}
          />
          <div className="compare-sides">
            <SideChoice kind={kind} mark="A" value={a} onChange={(next) => change({ a: next })} />
            <SideChoice kind={kind} mark="B" value={b} onChange={(next) => change({ b: next })} />
          </div>
        </div>
        {kind === 'mines' ? (
          <MinesCompared a={a} b={b} theme={theme} />
        ) : kind === 'snapshots' ? (
          <SnapshotsCompared a={a} />
        ) : (
          <NumbersCompared kind={kind} a={a} b={b} />
        )}
      </div>
    </PageFrame>
  )
}

function NumbersCompared({ kind, a, b }: { readonly kind: Kind; readonly a: string; readonly b: string }) {
  const [one, other] = [useSide(kind, a), useSide(kind, b)]
  const names = [useSideName(kind, a), useSideName(kind, b)] as const
  return (
    <>
      <ValueTable a={one} b={other} names={names} />
      <WhyTheyDiffer a={one} b={other} names={names} />
    </>
  )
}
