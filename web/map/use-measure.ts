import { PathLayer, PolygonLayer, ScatterplotLayer } from '@deck.gl/layers'
import { useMemo, useState } from 'react'
import { palettes, rgba, type Theme } from '#web/encoding/palette.ts'
import { measured, ringAround, shortestPath } from '#web/map/geodesy.ts'
import type { Position } from '#web/map/mercator.ts'
import type { DrawnShape } from '#web/state/drawn-shape.ts'

export type MeasureTool = 'distance' | 'area' | 'circle'

export interface Measure {
  readonly tool: MeasureTool | null
  readonly corners: readonly Position[]
  readonly start: (tool: MeasureTool) => void
  readonly add: (corner: Position) => void
  readonly undo: () => void
  readonly stop: () => void
}

/** A circle has a middle and one place on its line: a third press begins anew. */
const cornersAfter = (tool: MeasureTool | null, known: readonly Position[], corner: Position): readonly Position[] =>
  tool === 'circle' && known.length > 1 ? [corner] : [...known, corner]

/** What the corners enclose; null while they enclose nothing. */
export function shapeOf({ tool, corners }: Pick<Measure, 'tool' | 'corners'>): DrawnShape | null {
  const [first, second] = corners
  if (first === undefined || second === undefined) return null
  const { metres, hectares } = measured(corners)
  if (tool === 'circle')
    return { kind: 'circle', centre: first, radius_m: metres, outline: ringAround(first, metres / 1000) }
  if (tool !== 'area' || hectares === null) return null
  // The way back ends at the first corner but for the last decimals: a ring has to close exactly.
  const outline = [...shortestPath([...corners, first]).slice(0, -1), first]
  return { kind: 'polygon', hectares, outline }
}

/** A line, an outline or a circle that the reader sets corner by corner. */
export function useMeasure(): Measure {
  const [tool, setTool] = useState<MeasureTool | null>(null)
  const [corners, setCorners] = useState<readonly Position[]>([])
  return useMemo(
    () => ({
      tool,
      corners,
      start: (next) => {
        setCorners([])
        setTool(next)
      },
      add: (corner) => setCorners((known) => cornersAfter(tool, known, corner)),
      undo: () => setCorners((known) => known.slice(0, -1)),
      stop: () => setTool(null),
    }),
    [tool, corners],
  )
}

/** What is being measured, as layers above all others. */
export function measureLayers({ tool, corners }: Measure, theme: Theme) {
  if (tool === null || corners.length === 0) return []
  const { accent, halo } = palettes[theme]
  const line = corners.map(([longitude, latitude]): [number, number] => [longitude, latitude])
  const shape = shapeOf({ tool, corners })
  const path = shape === null ? shortestPath(line) : shape.outline.map(([x, y]): [number, number] => [x, y])
  return [
    ...(shape !== null
      ? [
          new PolygonLayer({
            id: 'measure-fill',
            data: [path],
            getPolygon: (outline: [number, number][]) => outline,
            stroked: false,
            getFillColor: rgba(accent, 0.15),
          }),
        ]
      : []),
    new PathLayer({
      id: 'measure-line',
      data: [path],
      getPath: (outline: [number, number][]) => outline,
      getColor: rgba(accent),
      getWidth: 2,
      widthUnits: 'pixels',
    }),
    new ScatterplotLayer({
      id: 'measure-corners',
      data: line,
      getPosition: (corner: [number, number]) => corner,
      getRadius: 4,
      radiusUnits: 'pixels',
      getFillColor: rgba(halo),
      stroked: true,
      getLineColor: rgba(accent),
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
    }),
  ]
}
