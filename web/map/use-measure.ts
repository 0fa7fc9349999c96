import { PathLayer, PolygonLayer, ScatterplotLayer } from '@deck.gl/layers'
import { useMemo, useState } from 'react'
import { palettes, rgba, type Theme } from '#web/encoding/palette.ts'
import { shortestPath } from '#web/map/geodesy.ts'
import type { Position } from '#web/map/mercator.ts'

export type MeasureTool = 'distance' | 'area'

export interface Measure {
  readonly tool: MeasureTool | null
  readonly corners: readonly Position[]
  readonly start: (tool: MeasureTool) => void
  readonly add: (corner: Position) => void
  readonly undo: () => void
  readonly stop: () => void
}

/** A line or an outline that the reader sets corner by corner. */
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
      add: (corner) => setCorners((known) => [...known, corner]),
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
  const [first] = line
  const path = shortestPath(tool === 'area' && first !== undefined && line.length > 2 ? [...line, first] : line)
  return [
    ...(tool === 'area' && line.length > 2
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
