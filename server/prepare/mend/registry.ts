import type { Dataset } from '#data/define.ts'
import * as facts from '#server/prepare/mend/facts.ts'
import * as icmm from '#server/prepare/mend/icmm.ts'
import * as matrix from '#server/prepare/mend/matrix.ts'
import type { Mend } from '#server/prepare/mend/mend.ts'
import * as places from '#server/prepare/mend/places.ts'
import * as texts from '#server/prepare/mend/text.ts'

/** Every named rule by its id, as datasets name them in `mends`. */
export const mends: ReadonlyMap<string, Mend> = new Map(
  [
    ...[texts.trim, texts.mojibake, texts.unicodeMinus],
    ...[facts.statusYearZeroIsUnknown, facts.populationZeroIsUnknown, facts.accuracyFromGeoPrecision],
    ...[facts.sensitivityPublicIfUnstated, facts.generalisedPlace, facts.areaCountedByWdpaRule],
    ...[places.countryByLocation, places.countryIfUnstated, places.regionOfCountry, places.swappedCoordinates],
    ...[matrix.overrideNeedsReason, matrix.breakdownIsWhole, matrix.periodEndsLast],
    ...[icmm.icmmCommodities, icmm.icmmAssetType, icmm.icmmAccuracy, icmm.icmmUnstated],
  ].map((mend) => [mend.id, mend]),
)

/**
 * The rules for a dataset in the order in which they run: text first, then its own, then those that need a country.
 * @throws Error where the declaration names a rule that does not exist
 */
export function mendsOf(dataset: Dataset): Mend[] {
  const own = (dataset.mends ?? []).map((id) => {
    const mend = mends.get(id)
    if (mend === undefined) throw new Error(`dataset ${dataset.id} names the unknown mend "${id}"`)
    return mend
  })
  return [texts.trim, texts.mojibake, texts.unicodeMinus, ...own, places.swappedCoordinates]
}
