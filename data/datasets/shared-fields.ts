import { code, date, double, required, text, url } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Where a feature is: the columns every located dataset has. Coordinates are WGS84 degrees (OGC:CRS84). */
export const placeFields = {
  iso3: required(text(term('Country (ISO 3166-1 alpha-3)', '国家代码（ISO 3166-1）'))),
  region_id: required(code(term('Region', '区域'), 'region')),
  latitude: required(double(term('Latitude', '纬度'), { min: -90, max: 90 })),
  longitude: required(double(term('Longitude', '经度'), { min: -180, max: 180 })),
}

/** Who says so: the columns every compiled fact has. */
export const evidenceFields = {
  source: text(term('Source', '来源')),
  source_url: url(term('Source address', '来源网址')),
  verified: code(term('Checked', '是否查证'), 'verified'),
  note: text(term('Note', '备注')),
}

export const sourceDate = { source_date: date(term('Source date', '来源日期')) }
