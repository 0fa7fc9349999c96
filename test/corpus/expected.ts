/** A real file, what becomes of it with no flags, and why. */
export interface Expected {
  readonly path: string
  readonly dataset: string
  /** The law in one line: read = accepted + quarantined. */
  readonly law: string
  /** Lines that the report must have, each with the reason for it. */
  readonly report: readonly (readonly [pattern: RegExp, why: string])[]
}

export const corpus: readonly Expected[] = [
  {
    path: 'icmm/global-mining-dataset.xlsx',
    dataset: 'mines',
    // 8,508 facilities; 2,490 in the four regions by the point. The embedded table, made another way, has 2,490 too.
    law: 'read 8,508 = accepted 2,490 + quarantined 6,018',
    report: [
      [
        /sheet "External" of 3; header in row 1/,
        'of three sheets only one has the columns of the schema; one header ends in a blank',
      ],
      [/^1 +mended +unicode_minus +.*Latitude/m, 'one latitude is written with U+2212'],
      [/^15 +mended +mojibake/m, '15 rows were encoded twice'],
      [/^6,018 +region_id +outside the four regions/m, 'all others lie elsewhere'],
    ],
  },
  {
    path: 'icmm/icmm_gmd_2025-09.parquet',
    dataset: 'mines',
    law: 'read 8,508 = accepted 2,490 + quarantined 6,018',
    report: [[/GeoParquet, 8,508 records/, 'the same table as GeoParquet']],
  },
  {
    path: 'gem/gcmt_non_closed_mines.csv',
    dataset: 'mines',
    // 7,136 rows: 1,754 shifted, 1 without an id, 4,545 elsewhere, 36 a second project of a mine that is there.
    law: 'read 7,136 = accepted 800 + quarantined 6,336',
    report: [
      [/delimiter comma; decimal comma/, 'fractions are written 26,839722'],
      [
        /^1,133 +Latitude; Longitude; Location Accuracy +is empty/m,
        'rows 5384 to 7137 are shifted: 1,133 of them have no status ...',
      ],
      [/^621 +Latitude; Longitude; Location Accuracy;/m, '... and 621 a word of another column; 1,133 + 621 = 1,754'],
      [/^36 +mine_id +"…" is there twice/m, 'one row per project: 36 further projects of mines in the four regions'],
      [/^1 +GEM Mine ID +is empty/m, 'row 2044 has #N/A for an id'],
    ],
  },
  {
    path: 'gem/coal-mine-boundaries-methane.geojson',
    dataset: 'mine_footprints',
    // 333 boundaries of 250 mines: 83 are further outlines of a mine. 818 + 606 + 358 + 1 features are sources of methane.
    law: "read 2,116 = accepted 333 (83 of them joined to another one's outline) + quarantined 1,783",
    report: [
      [/^4 +mended +geometry_made_valid/m, '4 outlines cross themselves'],
      [/^1,783 +mine feature category +a source of methane/m, 'points and a line of wells and shafts'],
    ],
  },
  {
    path: 'protected/peru_sernanp.geojson',
    dataset: 'protected_areas',
    // Three names are there twice; Calipuy is a reserve and a sanctuary, so nothing is joined.
    law: 'read 82 = accepted 82 + quarantined 0',
    report: [
      [/^82 +mended +mojibake +.*name_es/m, '"Yanesha [PerÃº]" becomes "Yanesha [Perú]", in the name of each area'],
    ],
  },
  {
    path: 'protected/chile_priority_sites.zip',
    dataset: 'protected_areas',
    law: 'read 63 = accepted 63 + quarantined 0',
    report: [
      [
        /Shapefile, 63 records; encoding windows-1252 \(the \.cpg says ISO-8859-1\)/,
        'names such as Bahía Lomas are Latin-1',
      ],
      [/^5 +mended +geometry_made_valid/m, '5 outlines cross themselves'],
      [/Exports carry derived values only/, 'the file states no licence'],
    ],
  },
  {
    path: 'communities/geonames_cities500_slim.parquet',
    dataset: 'host_communities',
    // Counted in SQL over the file and region-countries.csv: 65,217 places have one of the 125 country codes.
    law: 'read 234,908 = accepted 65,217 + quarantined 169,691',
    report: [[/^169,691 +region_id +outside the four regions/m, 'places of other countries']],
  },
  {
    path: 'boundaries/ne_50m_admin_0_countries.parquet',
    dataset: 'countries',
    law: 'read 242 = accepted 240 + quarantined 2',
    report: [[/^2 +iso3 +"…" is there twice/m, 'two island territories carry the code of Australia']],
  },
]
