import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '#server/config.ts'
import { numberOf } from '#server/prepare/database.ts'
import { findSpatialExtension, loadSpatial, SpatialExtensionError, type Way, writeWhole } from '#server/spatial.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

const { cacheDir } = parseConfig(process.env)

describe('the spatial extension', () => {
  it('is found in the cache and reads longitude first on every connection of the instance', async () => {
    const instance = await DuckDBInstance.create(':memory:')
    const first = await instance.connect()
    await loadSpatial(first, await findSpatialExtension(cacheDir))
    const second = await instance.connect()
    const london = 'st_distance_spheroid(st_point2d(2.3522, 48.8566), st_point2d(-0.1276, 51.5072))'
    for (const connection of [first, second]) {
      expect(await numberOf(connection, `select ${london}`)).toBeCloseTo(343_923, -2)
      connection.closeSync()
    }
    instance.closeSync()
  })

  it('that can not be had is one message that names both ways', async () => {
    using folder = temporaryFolder()
    const failing = findSpatialExtension(folder.path, [async () => false])
    await expect(failing).rejects.toThrow(SpatialExtensionError)
    await expect(failing).rejects.toThrow(
      /^[^\n]*INSTALL spatial[^\n]*pip download duckdb-extension-spatial==1\.5\.5[^\n]*$/,
    )
  })

  it('fetched by two at once ends up whole', async () => {
    using folder = temporaryFolder()
    const bytes = readFileSync(await findSpatialExtension(cacheDir))
    const way: Way = async (_version, path) => {
      await writeWhole(path, bytes)
      return true
    }
    const [one, other] = await Promise.all([
      findSpatialExtension(folder.path, [way]),
      findSpatialExtension(folder.path, [way]),
    ])
    expect(one).toBe(other)
    expect(readFileSync(one).equals(bytes)).toBe(true)
    expect(await findSpatialExtension(folder.path, [])).toBe(one)
  })
})
