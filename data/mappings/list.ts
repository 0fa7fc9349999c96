import { acled } from '#data/mappings/acled.ts'
import { codAb } from '#data/mappings/cod-ab.ts'
import type { Mapping } from '#data/mappings/define.ts'
import { gemBoundaries } from '#data/mappings/gem-boundaries.ts'
import { gemCoal } from '#data/mappings/gem-coal.ts'
import { gemIron } from '#data/mappings/gem-iron.ts'
import { geonames } from '#data/mappings/geonames.ts'
import { grid3 } from '#data/mappings/grid3.ts'
import { icmm } from '#data/mappings/icmm.ts'
import { landMatrix } from '#data/mappings/land-matrix.ts'
import { maus } from '#data/mappings/maus.ts'
import { mrds } from '#data/mappings/mrds.ts'
import { chilePrioritySites, sernanp } from '#data/mappings/national-areas.ts'
import { naturalEarthCountries } from '#data/mappings/natural-earth.ts'
import { ghsl, worldpop } from '#data/mappings/population.ts'
import { ucdp } from '#data/mappings/ucdp.ts'
import { wdpa } from '#data/mappings/wdpa.ts'

/** Every known schema. A new one is a declaration beside these and a line here. */
export const mappings: readonly Mapping[] = [
  icmm,
  wdpa,
  acled,
  ucdp,
  gemCoal,
  gemBoundaries,
  gemIron,
  geonames,
  grid3,
  codAb,
  maus,
  mrds,
  landMatrix,
  ghsl,
  worldpop,
  naturalEarthCountries,
  sernanp,
  chilePrioritySites,
]
