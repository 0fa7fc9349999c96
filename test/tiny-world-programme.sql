-- More rows for the tiny world: the Result Matrix, a list of areas, footprints, and reports that name mines.
-- Loaded after tiny-world.sql, in a world of its own, so that the numbers there stay as they are.

insert into programme (pilot_id, mine_id, stage, issues, start_date, end_date, is_illustrative) values
  ('p5', 'm2', 'WITHDRAWN', 'VC', '2024-03-01', '2024-09-01', true);

insert into cahra_areas (cahra_id, iso3, region_id, list_name, list_version, source, verified) values
  ('new:BBB', 'BBB', 'AFR', 'A list', '2020-12', 'test', 'yes'),
  ('new:DDD', 'DDD', 'SEA', 'A list', '2020-12', 'test', 'yes'),
  ('old:AAA', 'AAA', 'AFR', 'A list', '2019-12', 'test', 'yes');

insert into footprint_protected_land (mine_id, footprint_ha, protected_ha) values ('m1', 200, 50), ('m4', 80, 0);

insert into incident_reports
  (incident_id, title_en, event_date, time_precision, incident_type, issue, severity, mine_id, link_basis, iso3, region_id,
   latitude, longitude, geo_precision, loc_accuracy, fatalities, fatalities_min, fatalities_max, displaced_people,
   verification, n_sources, is_before_ownership, is_running_total, sensitivity, geometry) values
  ('j1', 'Strike at the first mine', '2025-04-01', '1', 'LABOUR_DISPUTE', 'LP', '2', 'm1', 'asserted', 'AAA', 'AFR', 1, 1, '1', 'EXACT_LOCATION', null, null, null, null, 'REPORTED', 1, false, false, 'PUBLIC', st_point(1, 1)),
  ('j2', 'Strike at the fifth mine', '2025-05-01', '1', 'LABOUR_DISPUTE', 'LP', '2', 'm5', 'asserted', 'DDD', 'SEA', 5, 179, '3', 'ADMINISTRATIVE_REGION', null, null, null, null, 'REPORTED', 1, false, false, 'PUBLIC', st_point(179, 5)),
  ('j3', 'Strike before the sale', '2025-05-01', '1', 'LABOUR_DISPUTE', 'LP', '2', 'm3', 'asserted', 'BBB', 'AFR', 1, 3, '1', 'EXACT_LOCATION', null, null, null, null, 'REPORTED', 1, true, false, 'PUBLIC', st_point(3, 1)),
  ('j4', 'Roof fall', '2025-02-02', '1', 'WORKPLACE_ACCIDENT', 'OHS', '4', 'm1', 'asserted', 'AAA', 'AFR', 1, 1, '1', 'EXACT_LOCATION', 3, 2, 5, null, 'REPORTED', 2, false, false, 'PUBLIC', st_point(1, 1)),
  ('j5', 'Accident without a number', '2025-03-03', '1', 'WORKPLACE_ACCIDENT', 'OHS', '3', 'm2', 'asserted', 'AAA', 'AFR', 1, 1.1, '1', 'EXACT_LOCATION', null, null, null, null, 'REPORTED', 1, false, false, 'PUBLIC', st_point(1.1, 1)),
  ('j6', 'Deaths of ten years', '2025-04-04', '1', 'WORKPLACE_ACCIDENT', 'OHS', '5', 'm3', 'asserted', 'BBB', 'AFR', 1, 3, '1', 'EXACT_LOCATION', 13, null, null, null, 'REPORTED', 1, false, true, 'PUBLIC', st_point(3, 1)),
  ('j7', 'Refuted accident', '2025-05-05', '1', 'WORKPLACE_ACCIDENT', 'OHS', '4', 'm4', 'asserted', 'CCC', 'LAC', -1, -59, '1', 'EXACT_LOCATION', 1, null, null, null, 'REJECTED', 1, false, false, 'PUBLIC', st_point(-59, -1)),
  ('j8', 'Restricted expulsion', '2025-06-06', '1', 'SECURITY_FORCE_VIOLENCE', 'HR', '4', 'm5', 'asserted', 'DDD', 'SEA', 5, 179, '3', 'ADMINISTRATIVE_REGION', null, null, null, 40, 'VERIFIED', 3, false, false, 'RESTRICTED', st_point(179, 5)),
  ('j9', 'Families leave the valley', '2025-07-07', '2', 'LAND_DISPUTE_RESETTLEMENT', 'HR', '3', null, 'none', 'AAA', 'AFR', 1.07, 1, '2', 'APPROXIMATE_LOCATION', null, null, null, 100, 'REPORTED', 1, false, false, 'PUBLIC', st_point(1, 1.07)),
  ('j10', 'Ruling on resettlement', '2025-08-08', '1', 'COURT_RULING', 'HR', '2', 'm5', 'asserted', 'DDD', 'SEA', 5, 179, '3', 'ADMINISTRATIVE_REGION', null, null, null, 30, 'VERIFIED', 2, false, false, 'PUBLIC', st_point(179, 5));

insert into proximity (pair_id, mine_dataset, mine_id, dataset, feature_id, distance_m, uncertainty_m, is_inside, overlap_ha, is_approx) values
  ('m1:incident_reports:j9', 'pilot_mines', 'm1', 'incident_reports', 'j9', 8000, 10000, false, null, true);

insert into rag_thresholds (rag, letter, min_ratio) values
  ('BLUE', 'B', null), ('GREEN', 'G', 1), ('AMBER', 'A', 0.75), ('RED', 'R', null), ('GREY', 'N', null);
insert into score_bands (score, min_ratio) values ('A++', 1.25), ('A+', 1.1), ('A', 1), ('B', 0.75), ('C', null);

insert into results (result_id, type, title_en, title_zh, weight_pct, is_illustrative) values
  ('I', '3', 'Impact', '影响', null, true), ('OC', '2', 'Outcome', '成果', null, true),
  ('O1', '1', 'First output', '产出一', 60, true), ('O2', '1', 'Second output', '产出二', 40, true);

insert into result_indicators
  (indicator_id, result_id, name_en, name_zh, measure, ascending, aggregation_status, unit, baseline_year, baseline_value, computed_from, computed_class, is_illustrative) values
  ('x1', 'O1', 'People', '人', '1', true, true, 'people', 2023, 10, null, null, true),
  ('x2', 'O1', 'Complaints left', '未结申诉', '2', false, false, 'percent', 2023, 80, null, null, true),
  ('x3', 'O2', 'Tools', '工具', '1', true, true, 'tools', 2023, 0, null, null, true),
  ('x4', 'O2', 'Cases', '案例', '1', true, false, 'cases', 2023, 5, null, null, true),
  ('y1', 'OC', 'Projects', '项目', '1', true, true, 'projects', 2022, 0, 'PC-02', 'pilots', true),
  ('y2', 'O2', 'Issues', '议题', '1', true, false, 'of_8', 2022, 0, 'PC-03', null, true),
  ('y3', 'O2', 'Completed', '已完成', '1', true, true, 'pilots', 2022, 0, 'PC-01', 'COMPLETED', true),
  ('y4', 'O2', 'Coverage', '完成率', '2', true, false, 'percent', 2022, 0, 'PC-02', null, true),
  ('y5', 'O2', 'Reports', '报告', '2', true, false, 'percent', 2022, 0, 'OG-01', null, true),
  ('z1', 'I', 'Inside areas', '保护区内', '2', false, false, 'percent', null, null, 'EN-01', null, false),
  ('z2', 'I', 'Inside heritage', '遗产地内', '1', false, true, 'mines', null, null, 'EN-02', null, false),
  ('z3', 'I', 'Conflict', '冲突', '1', false, false, 'per_100k_year', 2024, null, 'CI-04', null, false),
  ('z4', 'I', 'Deaths', '死亡', '1', false, true, 'people_per_year', 2024, null, 'OHS-01', null, false);

insert into indicator_periods
  (period_id, indicator_id, region_id, dimension, dimension_value, period_start, period_end, milestone, target, actual, illustrative, override_rag, override_reason_en) values
  ('x1:AFR:2024', 'x1', 'AFR', null, null, '2024-01-01', '2024-12-31', 20, 50, 25, 'milestone;target', null, null),
  ('x1:LAC:2024', 'x1', 'LAC', null, null, '2024-01-01', '2024-12-31', 30, 40, 25, 'milestone', 'RED', 'The trainer left'),
  ('x1:AFR:2025', 'x1', 'AFR', null, null, '2025-01-01', '2025-12-31', 40, 50, 40, null, null, null),
  ('x1:LAC:2025', 'x1', 'LAC', null, null, '2025-01-01', '2025-12-31', 40, 40, null, null, null, null),
  ('x2:ALL:2024', 'x2', null, null, null, '2024-01-01', '2024-12-31', 60, 40, 65, 'actual', null, null),
  ('x2:ALL:2025', 'x2', null, null, null, '2025-01-01', '2025-12-31', 40, 40, 40, null, null, null),
  ('x3:ALL:2024', 'x3', null, null, null, '2024-01-01', '2024-12-31', 10, 20, 4, null, null, null),
  ('x3:ALL:2025', 'x3', null, null, null, '2025-01-01', '2025-12-31', 20, 20, 30, null, null, null),
  ('x3:ALL:2026', 'x3', null, null, null, '2026-01-01', '2026-12-31', 30, 40, 12, null, null, null),
  ('x3:female:2024', 'x3', null, 'sex', 'female', '2024-01-01', '2024-12-31', null, null, 3, null, null, null),
  ('x4:ALL:2024', 'x4', null, null, null, '2024-01-01', '2024-12-31', 5, 9, 6, null, null, null),
  ('x4:ALL:2025', 'x4', null, null, null, '2025-01-01', '2025-12-31', null, 9, 6, null, null, null),
  ('y1:ALL:2023', 'y1', null, null, null, '2023-01-01', '2023-12-31', 1, 10, 99, null, null, null),
  ('y1:ALL:2024', 'y1', null, null, null, '2024-01-01', '2024-12-31', 2, 10, null, null, null, null),
  ('y1:ALL:2025', 'y1', null, null, null, '2025-01-01', '2025-12-31', 5, 10, null, null, null, null),
  ('y1:AFR:spring', 'y1', 'AFR', null, null, '2024-01-01', '2024-06-30', null, null, null, null, null, null),
  ('y1:AFR:2025', 'y1', 'AFR', null, null, '2025-01-01', '2025-12-31', 4, 4, null, 'milestone;target', null, null),
  ('y1:SEA:2025', 'y1', 'SEA', null, null, '2025-01-01', '2025-12-31', 2, 2, null, 'milestone;target', null, null),
  ('y1:CAS:2025', 'y1', 'CAS', null, null, '2025-01-01', '2025-12-31', 3, 3, null, 'milestone;target', null, null),
  ('y1:AFR:EN:2025', 'y1', 'AFR', 'issue', 'EN', '2025-01-01', '2025-12-31', 2, 2, null, 'milestone;target', null, null),
  ('y2:ALL:2025', 'y2', null, null, null, '2025-01-01', '2025-12-31', 8, 8, null, null, null, null),
  ('y3:ALL:2024', 'y3', null, null, null, '2024-01-01', '2024-12-31', 1, 2, null, null, null, null),
  ('y3:ALL:2025', 'y3', null, null, null, '2025-01-01', '2025-12-31', 2, 2, null, null, null, null),
  ('y4:ALL:2025', 'y4', null, null, null, '2025-01-01', '2025-12-31', 50, 100, null, null, null, null),
  ('y5:ALL:2025', 'y5', null, null, null, '2025-01-01', '2025-12-31', 20, 20, null, null, null, null),
  ('z1:ALL:2024', 'z1', null, null, null, '2024-01-01', '2024-12-31', null, null, null, null, null, null),
  ('z1:ALL:2025', 'z1', null, null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z1:AFR:2025', 'z1', 'AFR', null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z1:CAS:2025', 'z1', 'CAS', null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z2:ALL:2025', 'z2', null, null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z3:ALL:2024', 'z3', null, null, null, '2024-01-01', '2024-12-31', null, null, null, null, null, null),
  ('z3:ALL:2025', 'z3', null, null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z3:LAC:2025', 'z3', 'LAC', null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z4:ALL:2025', 'z4', null, null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null),
  ('z4:AFR:2025', 'z4', 'AFR', null, null, '2025-01-01', '2025-12-31', null, null, null, null, null, null);
