import type { MapFont } from '#web/map/basemap.ts'

/** The files of the page's own `@font-face` rules: the map fetches one only where it draws its letters. */
export const mapFonts: readonly MapFont[] = [
  { url: '/fonts/noto-sans-latin-regular.woff2', 'unicode-range': ['U+0020-04FF', 'U+1E00-1EFF', 'U+2000-22FF'] },
  { url: '/fonts/noto-sans-sc-regular.woff2', 'unicode-range': ['U+3000-9FFF', 'U+F900-FAFF', 'U+FF00-FFEF'] },
]

/** Resolves when the letters that deck.gl paints into its atlas are there; a missing file means the next face, not an error. */
export async function loadLabelFont(sample: string): Promise<void> {
  await Promise.allSettled([document.fonts.load('12px "Atlas Sans", "Atlas Sans SC"', sample)])
}
