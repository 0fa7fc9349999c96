import { z } from '@hono/zod-openapi'
import { rowSchema, snapshotId, sourceSchema } from '#server/routes/schemas.ts'

const ring = z
  .object({
    radius_km: z.number(),
    communities: z.number().nullable(),
    population: z.number().nullable(),
    population_unknown: z.number().nullable(),
    areas: z.number().nullable(),
    areas_approx: z.number().nullable(),
    incidents_near: z.number().nullable(),
    incidents_linked: z.number(),
  })
  .openapi('MineRing')

const near = {
  feature_id: z.string(),
  name_en: z.string().nullable(),
  name_zh: z.string().nullable(),
  iso3: z.string().nullable(),
  distance_m: z.number().nullable(),
  uncertainty_m: z.number().nullable(),
  is_inside: z.boolean(),
  is_approx: z.boolean(),
}

const nearArea = z
  .object({
    ...near,
    desig_eng: z.string().nullable(),
    iucn_cat: z.string().nullable(),
    int_crit: z.string().nullable(),
    status: z.string(),
    rep_area_km2: z.number().nullable(),
    is_counted: z.boolean(),
    overlap_ha: z.number().nullable(),
    tier: z.string(),
  })
  .openapi('NearArea')
const nearCommunity = z.object({ ...near, population: z.number().nullable() }).openapi('NearCommunity')
const nearIncident = z
  .object({
    ...near,
    event_date: z.string(),
    incident_type: z.string(),
    severity: z.string(),
    verification: z.string(),
    fatalities: z.number().nullable(),
    is_linked: z.boolean(),
  })
  .openapi('NearIncident')
const neighbour = z
  .object({
    mine_id: z.string(),
    name_en: z.string(),
    name_zh: z.string().nullable(),
    mine_dataset: z.string(),
    shared_communities: z.number(),
  })
  .openapi('NeighbourMine')

const year = z
  .object({ year: z.number(), n: z.number(), near: z.number(), linked: z.number() })
  .openapi('MineIncidentYear', { description: 'Reports near (within radius_km) or linked; the whole time' })
const listEntry = z
  .object({
    cahra_id: z.string(),
    iso3: z.string(),
    list_name: z.string(),
    list_version: z.string(),
    source: z.string(),
    source_url: z.string().nullable(),
  })
  .openapi('ListedCountry', { description: 'A benchmark, not a determination' })

const listed = <Schema extends z.ZodType>(schema: Schema) => z.object({ total: z.number(), features: z.array(schema) })

export const mineReportSchema = z
  .object({
    snapshot: snapshotId,
    mine: rowSchema,
    is_located: z.boolean(),
    uncertainty_m: z.number(),
    radius_km: z.number(),
    tier: z.string(),
    rings: z.array(ring),
    nearest: z.object({ areas: listed(nearArea), communities: listed(nearCommunity), incidents: listed(nearIncident) }),
    incident_years: z.array(year),
    world_heritage: z.array(nearArea),
    cahra: z.array(listEntry),
    neighbours: z.array(neighbour),
    sources: z.array(sourceSchema),
  })
  .openapi('MineReport')

export type MineReport = z.infer<typeof mineReportSchema>
