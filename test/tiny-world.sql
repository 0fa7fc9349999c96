-- The tiny world: five countries in four regions, six mines, three protected areas that count and one that does not,
-- nine public incident reports and a restricted one. Distances are written out by hand, so that every expected value in
-- tiny-world.expected.ts can be had with a pencil. Loaded into empty tables with the columns of a snapshot.
--
--   AFR  AAA  m1 exact, m2 approximate (10 km)      BBB  m3 exact
--   LAC  CCC  m4 exact, o1 exact but of the other dataset
--   SEA  DDD  m5 known to its province only: never in a ring
--   CAS  EEE  no mine at all: no data, not zero

insert into snapshot_facts (fact, value) values ('as_of', '2025-12-31'), ('snapshot', 'tiny');

insert into regions (region_id, name_en, name_zh) values
  ('AFR', 'Africa', '非洲'), ('LAC', 'Latin America', '拉丁美洲'), ('SEA', 'Southeast Asia', '东南亚'), ('CAS', 'Central Asia', '中亚');

insert into region_countries (iso3, region_id, name_en, name_zh) values
  ('AAA', 'AFR', 'Aland', '甲国'), ('BBB', 'AFR', 'Beland', '乙国'), ('CCC', 'LAC', 'Celand', '丙国'),
  ('DDD', 'SEA', 'Deland', '丁国'), ('EEE', 'CAS', 'Eland', null);

insert into countries (iso3, name_en, name_zh, geometry) values
  ('AAA', 'Aland', '甲国', st_geomfromtext('POLYGON((0 0,2 0,2 2,0 2,0 0))')),
  ('BBB', 'Beland', '乙国', st_geomfromtext('POLYGON((2 0,4 0,4 2,2 2,2 0))')),
  ('CCC', 'Celand', '丙国', st_geomfromtext('POLYGON((-60 -2,-58 -2,-58 0,-60 0,-60 -2))')),
  ('DDD', 'Deland', '丁国', st_geomfromtext('MULTIPOLYGON(((178 4,180 4,180 6,178 6,178 4)),((-180 4,-179 4,-179 6,-180 6,-180 4)))')),
  ('EEE', 'Eland', null, st_geomfromtext('POLYGON((70 40,72 40,72 42,70 42,70 40))'));

insert into pilot_mines
  (mine_id, mine_name, mine_name_zh, iso3, region_id, latitude, longitude, loc_accuracy, commod1, commod2, dev_stat, ownership_class, geometry) values
  ('m1', 'First, "deep" mine', '一号矿', 'AAA', 'AFR', 1, 1, 'COORDINATES', 'CU', 'CO', 'OPERATING', 'CENTRAL_SOE', st_point(1, 1)),
  ('m2', 'Second mine', '二号矿', 'AAA', 'AFR', 1, 1.1, 'APPROXIMATE_LOCATION', 'AU', null, 'OPERATING', 'PRIVATE', st_point(1.1, 1)),
  ('m3', 'Third mine', null, 'BBB', 'AFR', 1, 3, 'EXACT_LOCATION', 'CU', null, 'CONSTRUCTION', 'JV_HOST_STATE', st_point(3, 1)),
  ('m4', '=Fourth mine', '四号矿', 'CCC', 'LAC', -1, -59, 'COORDINATES', 'LI', null, 'PROPOSED', 'PRIVATE', st_point(-59, -1)),
  ('m5', 'Fifth mine', '五号矿', 'DDD', 'SEA', 5, 179, 'ADMINISTRATIVE_REGION', 'NI', 'CO', 'OPERATING', 'LISTED', st_point(179, 5));

insert into mines (mine_id, mine_name, iso3, region_id, latitude, longitude, loc_accuracy, commod1, dev_stat, ownership_class, geometry) values
  ('o1', 'Other mine', 'CCC', 'LAC', -1.1, -59, 'COORDINATES', 'FE', 'UNKNOWN', 'UNKNOWN', st_point(-59, -1.1));

insert into protected_areas
  (site_id, name_eng, desig_eng, iucn_cat, int_crit, iso3, region_id, latitude, longitude, status, rep_area_km2, gis_area_km2, is_approx, is_counted, geometry) values
  ('a1', 'Old forest', 'National park', 'II', 'World Heritage (natural)', 'AAA', 'AFR', 1, 1, 'Inscribed', 600, 600, true, true,
    st_geomfromtext('POLYGON((0.9 0.9,1.1 0.9,1.1 1.1,0.9 1.1,0.9 0.9))')),
  ('a2', 'Long lake', 'Reserve', 'VI', null, 'AAA', 'AFR', 1, 1.15, 'Designated', 600, 600, true, true,
    st_geomfromtext('POLYGON((1.05 0.9,1.25 0.9,1.25 1.1,1.05 1.1,1.05 0.9))')),
  ('a3', 'Unmeasured grove', 'Reserve', null, null, 'AAA', 'AFR', 1.03, 1.12, 'Designated', null, null, true, true, st_point(1.12, 1.03)),
  ('a4', 'Planned park', 'National park', 'II', null, 'CCC', 'LAC', -1, -59, 'Proposed', 500, 500, true, false,
    st_geomfromtext('POLYGON((-59.1 -1.1,-58.9 -1.1,-58.9 -0.9,-59.1 -0.9,-59.1 -1.1))'));

insert into host_communities (community_id, name, name_zh, feature_code, iso3, region_id, latitude, longitude, population, geometry) values
  ('c1', 'Oneton', '一镇', 'PPL', 'AAA', 'AFR', 1.004, 1, 1000, st_point(1, 1.004)),
  ('c2', 'Twoton', null, 'PPL', 'AAA', 'AFR', 1, 1.08, 5000, st_point(1.08, 1)),
  ('c3', 'Threeton', null, 'PPL', 'AAA', 'AFR', 1.03, 1, null, st_point(1, 1.03)),
  ('c4', 'Fourton', '四镇', 'PPLA', 'BBB', 'AFR', 1.13, 3, 20000, st_point(3, 1.13)),
  ('c5', 'Fiveton', null, 'PPL', 'CCC', 'LAC', -0.78, -59, 700, st_point(-59, -0.78)),
  ('c6', 'Sixton', null, 'PPL', 'AAA', 'AFR', 1, 1.15, 100, st_point(1.15, 1));

insert into incident_reports
  (incident_id, title_en, title_zh, event_date, time_precision, incident_type, issue, severity, mine_id, link_basis, iso3, region_id,
   latitude, longitude, geo_precision, loc_accuracy, fatalities, verification, n_sources, is_before_ownership, is_running_total, sensitivity, geometry) values
  ('i1', 'Spill at the first mine', '一号矿泄漏', '2025-03-01', '1', 'SPILL_WATER_POLLUTION', 'EN', '3', 'm1', 'asserted', 'AAA', 'AFR', 1, 1.01, '1', 'EXACT_LOCATION', 0, 'CORROBORATED', 2, false, false, 'PUBLIC', st_point(1.01, 1)),
  ('i2', 'Tailings run off', null, '2025-06-01', '1', 'TAILINGS_FAILURE', 'EN', '5', null, 'none', 'AAA', 'AFR', 1.07, 1, '1', 'EXACT_LOCATION', 2, 'REPORTED', 1, false, false, 'PUBLIC', st_point(1, 1.07)),
  ('i3', 'Dust in the year before', null, '2024-06-01', '2', 'AIR_DUST_NOISE', 'EN', '1', 'm1', 'asserted', 'AAA', 'AFR', 1.02, 1, '1', 'EXACT_LOCATION', null, 'REPORTED', 1, false, false, 'PUBLIC', st_point(1, 1.02)),
  ('i4', 'March on the road', '路上游行', '2025-05-01', '1', 'PROTEST', 'CI', '2', null, 'none', 'AAA', 'AFR', 1, 1.9, '1', 'EXACT_LOCATION', null, 'VERIFIED', 3, false, false, 'PUBLIC', st_point(1.9, 1)),
  ('i5', 'Dispute over fields', null, '2025-07-01', '3', 'LAND_DISPUTE_RESETTLEMENT', 'HR', '2', 'm3', 'asserted', 'BBB', 'AFR', 1.04, 3, '2', 'APPROXIMATE_LOCATION', null, 'CONTESTED', 1, false, false, 'PUBLIC', st_point(3, 1.04)),
  ('i6', 'Fight near the third mine', null, '2025-08-01', '1', 'ARMED_CONFLICT', 'HR', '4', null, 'none', 'BBB', 'AFR', 1.03, 3, '1', 'EXACT_LOCATION', 4, 'REPORTED', 2, false, false, 'PUBLIC', st_point(3, 1.03)),
  ('i7', 'Guards and villagers', null, '2025-09-01', '2', 'SECURITY_FORCE_VIOLENCE', 'HR', '3', null, 'none', 'AAA', 'AFR', 1.027, 1.043, '2', 'APPROXIMATE_LOCATION', null, 'REPORTED', 1, false, false, 'SNAPPED', st_point(1.043, 1.027)),
  ('i8', 'Spill before the sale', null, '2025-10-01', '1', 'SPILL_WATER_POLLUTION', 'EN', '3', 'm4', 'asserted', 'CCC', 'LAC', -1, -59.01, '1', 'EXACT_LOCATION', null, 'VERIFIED', 4, true, false, 'PUBLIC', st_point(-59.01, -1)),
  ('i9', 'Restricted failure', null, '2025-11-01', '1', 'TAILINGS_FAILURE', 'EN', '5', 'm1', 'asserted', 'AAA', 'AFR', 1, 1.005, '1', 'EXACT_LOCATION', 9, 'VERIFIED', 5, false, false, 'RESTRICTED', st_point(1.005, 1)),
  ('i10', 'Spill at the fifth mine', null, '2025-02-01', '1', 'SPILL_WATER_POLLUTION', 'EN', '2', 'm5', 'asserted', 'DDD', 'SEA', 5, 179, '3', 'ADMINISTRATIVE_REGION', null, 'REPORTED', 1, false, false, 'PUBLIC', st_point(179, 5));

insert into programme (pilot_id, mine_id, stage, issues, start_date, is_illustrative) values
  ('p1', 'm1', 'IMPLEMENTATION', 'EN;CI', '2024-01-01', true),
  ('p2', 'm2', 'CANDIDATE', 'HR', null, true),
  ('p3', 'm3', 'COMPLETED', 'EN;OHS', '2023-01-01', true),
  ('p4', 'm4', 'AGREED', 'LP', '2025-01-01', true);

-- Proximity, in metres. m2 and reports of precision 2 are good to 10 km, so their pairs carry that uncertainty.
insert into proximity (pair_id, mine_dataset, mine_id, dataset, feature_id, distance_m, uncertainty_m, is_inside, overlap_ha, is_approx) values
  ('m1:protected_areas:a1', 'pilot_mines', 'm1', 'protected_areas', 'a1', 0, 0, true, null, true),
  ('m1:protected_areas:a2', 'pilot_mines', 'm1', 'protected_areas', 'a2', 3000, 0, false, null, true),
  ('m2:protected_areas:a1', 'pilot_mines', 'm2', 'protected_areas', 'a1', 8000, 10000, false, null, true),
  ('m2:protected_areas:a3', 'pilot_mines', 'm2', 'protected_areas', 'a3', 4000, 10000, false, null, true),
  ('m3:protected_areas:a2', 'pilot_mines', 'm3', 'protected_areas', 'a2', 12000, 0, false, null, true),
  ('m4:protected_areas:a4', 'pilot_mines', 'm4', 'protected_areas', 'a4', 0, 0, true, null, true),
  ('o1:protected_areas:a4', 'mines', 'o1', 'protected_areas', 'a4', 500, 0, false, null, true),
  ('m1:host_communities:c1', 'pilot_mines', 'm1', 'host_communities', 'c1', 500, 0, false, null, false),
  ('m1:host_communities:c2', 'pilot_mines', 'm1', 'host_communities', 'c2', 9000, 0, false, null, false),
  ('m1:host_communities:c3', 'pilot_mines', 'm1', 'host_communities', 'c3', 3000, 0, false, null, false),
  ('m2:host_communities:c2', 'pilot_mines', 'm2', 'host_communities', 'c2', 9500, 10000, false, null, true),
  ('m2:host_communities:c6', 'pilot_mines', 'm2', 'host_communities', 'c6', 6000, 10000, false, null, true),
  ('m3:host_communities:c4', 'pilot_mines', 'm3', 'host_communities', 'c4', 15000, 0, false, null, false),
  ('m4:host_communities:c5', 'pilot_mines', 'm4', 'host_communities', 'c5', 25000, 0, false, null, false),
  ('o1:host_communities:c5', 'mines', 'o1', 'host_communities', 'c5', 35000, 0, false, null, false),
  ('m1:incident_reports:i1', 'pilot_mines', 'm1', 'incident_reports', 'i1', 1000, 0, false, null, false),
  ('m1:incident_reports:i2', 'pilot_mines', 'm1', 'incident_reports', 'i2', 8000, 0, false, null, false),
  ('m2:incident_reports:i2', 'pilot_mines', 'm2', 'incident_reports', 'i2', 15000, 10000, false, null, true),
  ('m1:incident_reports:i3', 'pilot_mines', 'm1', 'incident_reports', 'i3', 2000, 0, false, null, false),
  ('m1:incident_reports:i4', 'pilot_mines', 'm1', 'incident_reports', 'i4', 12000, 0, false, null, false),
  ('m3:incident_reports:i4', 'pilot_mines', 'm3', 'incident_reports', 'i4', 18000, 0, false, null, false),
  ('m3:incident_reports:i5', 'pilot_mines', 'm3', 'incident_reports', 'i5', 5000, 10000, false, null, true),
  ('m3:incident_reports:i6', 'pilot_mines', 'm3', 'incident_reports', 'i6', 4000, 0, false, null, false),
  ('m1:incident_reports:i7', 'pilot_mines', 'm1', 'incident_reports', 'i7', 3000, 10000, false, null, true),
  ('m4:incident_reports:i8', 'pilot_mines', 'm4', 'incident_reports', 'i8', 1000, 0, false, null, false),
  ('m1:incident_reports:i9', 'pilot_mines', 'm1', 'incident_reports', 'i9', 500, 0, false, null, false);

-- Protected land and the part of it in rings, as plain squares: 100 m x 100 m is one hectare.
insert into protected_land (place_id, area_ha, geometry) values
  ('ALL', 200000, st_geomfromtext('POLYGON((0.9 0.9,1.25 0.9,1.25 1.1,0.9 1.1,0.9 0.9))')),
  ('AFR', 100000, st_geomfromtext('POLYGON((0.9 0.9,1.25 0.9,1.25 1.1,0.9 1.1,0.9 0.9))')),
  ('LAC', 50000, st_geomfromtext('POLYGON((-59.2 -1.2,-59 -1.2,-59 -1,-59.2 -1,-59.2 -1.2))')),
  ('AAA', 100000, st_geomfromtext('POLYGON((0.9 0.9,1.25 0.9,1.25 1.1,0.9 1.1,0.9 0.9))'));
-- A neighbour's land (m4) counts for all regions together and for no place of the mine.
insert into ring_protected_land (ring_land_id, place_id, ring_id, mine_dataset, mine_id, radius_km, area_ha, geometry, geometry_ea)
with part as (
  select * from (values
    ('m1', 10, 10000, 'POLYGON((0 0,10000 0,10000 10000,0 10000,0 0))', 'AFR'),
    ('m2', 10, 10000, 'POLYGON((5000 0,15000 0,15000 10000,5000 10000,5000 0))', 'AFR'),
    ('m2', 20, 30000, 'POLYGON((0 0,30000 0,30000 10000,0 10000,0 0))', 'AFR'),
    ('m3', 10, 1000, 'POLYGON((100000 0,110000 0,110000 1000,100000 1000,100000 0))', 'AFR'),
    ('m4', 10, 1000, 'POLYGON((200000 0,210000 0,210000 1000,200000 1000,200000 0))', null)
  ) as v (mine_id, radius_km, area_ha, shape, region_id)
)
select
  p.mine_id || ':' || p.radius_km || ':' || l.place_id, l.place_id, p.mine_id || ':' || p.radius_km, 'pilot_mines', p.mine_id,
  p.radius_km, p.area_ha, st_point(1, 1), st_geomfromtext(p.shape)
from part as p
join (values ('ALL'), ('AFR')) as l (place_id)
  on l.place_id = 'ALL' or l.place_id = p.region_id;
insert into mine_rings (ring_id, mine_dataset, mine_id, radius_km, geometry) values
  ('m1:10', 'pilot_mines', 'm1', 10, st_geomfromtext('POLYGON((0.91 0.91,1.09 0.91,1.09 1.09,0.91 1.09,0.91 0.91))'));

insert into quarantine (quarantine_id, dataset, file, row_number, column_name, reason, raw_text) values
  ('q1', 'host_communities', 'host-communities.csv', 9, 'latitude', 'is above 90', 'x9,Nowhere,,PPL,AAA,AFR,95,1,10');
insert into findings (finding_id, dataset, file, row_number, feature_id, kind, rule, detail, moved_m) values
  ('f1', 'mines', 'mines.csv', 2, 'o1', 'mended', 'swapped_coordinates', '-59, -1.1', 12.5),
  ('f2', 'protected_areas', 'protected-areas.csv', 4, 'a3', 'flagged', 'outside_stated_country', null, null);
