const ogc = 'http://www.opengis.net/spec'
const classes = (standard: string, names: readonly string[]): string[] =>
  names.map((name) => `${ogc}/${standard}/conf/${name}`)

/** Every conformance class that a test of `test/server` shows, and no other. */
export const conformsTo: readonly string[] = [
  ...classes('ogcapi-common-1/1.0', ['core', 'landing-page', 'json', 'html', 'oas30']),
  ...classes('ogcapi-common-2/1.0', ['collections', 'json', 'html']),
  ...classes('ogcapi-features-1/1.0', ['core', 'geojson', 'html', 'oas30']),
  ...classes('ogcapi-features-2/1.0', ['crs']),
  ...classes('ogcapi-features-3/1.0', ['queryables', 'queryables-query-parameters', 'filter', 'features-filter']),
  ...classes('cql2/1.0', [
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'accent-insensitive-comparison',
    'basic-spatial-functions',
    'basic-spatial-functions-plus',
    'spatial-functions',
    'temporal-functions',
    'array-functions',
    'property-property',
    'arithmetic',
  ]),
  ...classes('ogcapi-tiles-1/1.0', ['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt', 'oas30']),
  ...classes('tms/2.0', ['tilematrixset', 'json-tilematrixset', 'json-tilesetmetadata']),
  ...classes('ogcapi-processes-1/1.0', [
    'core',
    'ogc-process-description',
    'json',
    'html',
    'oas30',
    'job-list',
    'dismiss',
  ]),
]
