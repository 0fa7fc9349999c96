/** What the page counts by itself while the ring is dragged; the engine's numbers replace it. */
export interface RingPreview {
  readonly radius_km: number
  /** Features of the near layers inside the selected mine's ring; null without a selected mine. */
  readonly features: number | null
}

interface Exposed {
  readonly properties: Readonly<Record<string, unknown>>
}

/** How many of the mines have a protected area within `radius_km`; those without a distance have none within 50 km. */
export function minesNearArea(mines: readonly Exposed[], radius_km: number): number {
  return mines.filter(({ properties }) => {
    const distance = properties.nearest_area_m
    return typeof distance === 'number' && distance <= radius_km * 1000
  }).length
}
