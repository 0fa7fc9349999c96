import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codesOf } from '#data/vocabularies.ts'
import {
  categoryColour,
  contrast,
  darken,
  type Palette,
  palettes,
  regionColours,
  type Theme,
} from '#web/encoding/palette.ts'

const themes: readonly Theme[] = ['light', 'dark']
const styles = readFileSync(new URL('../../web/styles/base.css', import.meta.url), 'utf8')
const block = {
  light: /:root \{([^}]*)\}/.exec(styles)?.[1],
  dark: /data-theme="dark"\] \{([^}]*)\}/.exec(styles)?.[1],
}

describe.each(themes)('the %s palette', (theme) => {
  const palette = palettes[theme]

  test.each(['paper', 'surface', 'land', 'water', 'border', 'text', 'muted', 'hairline', 'accent'] as const)(
    'names %s as the style sheet does',
    (name: keyof Palette) => {
      expect(block[theme]?.toLowerCase()).toContain(`--${name}: ${palette[name].toLowerCase()};`)
    },
  )

  test.each(['text', 'muted', 'accent'] as const)('%s can be read on paper and on panels (4.5:1)', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette[name], palette.surface)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(codesOf('severity'))('severity %s stands out from land (3:1)', (code) => {
    expect(contrast(categoryColour('severity', code, theme), palette.land)).toBeGreaterThanOrEqual(3)
  })

  test.each(codesOf('region'))('the mark of %s, fill or rim, stands out from land (3:1)', (region) => {
    const fill = contrast(regionColours[region], palette.land)
    const rim = contrast(darken(regionColours[region], 0.3), palette.land)
    expect(Math.max(fill, rim)).toBeGreaterThanOrEqual(3)
  })

  test.each(['mark', 'area'] as const)('%s stands out from land (3:1)', (name) => {
    expect(contrast(palette[name], palette.land)).toBeGreaterThanOrEqual(3)
  })
})

test('contrast is that of WCAG: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
  expect(contrast('#0B6B6B', '#0B6B6B')).toBe(1)
})
