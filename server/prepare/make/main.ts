import { makeAdmin1 } from '#server/prepare/make/admin1.ts'
import { makeBasemap } from '#server/prepare/make/basemap.ts'
import { makeCountries } from '#server/prepare/make/countries.ts'
import { makeFacts } from '#server/prepare/make/facts.ts'
import { makeFonts } from '#server/prepare/make/fonts.ts'
import { makeHostCommunities } from '#server/prepare/make/host-communities.ts'
import { makeMines } from '#server/prepare/make/icmm.ts'
import { makeIndicatorPeriods } from '#server/prepare/make/indicator-periods.ts'
import { makeProgramme } from '#server/prepare/make/programme.ts'

const commands: Readonly<Record<string, (argument: string | undefined) => Promise<string>>> = {
  countries: makeCountries,
  admin1: makeAdmin1,
  'host-communities': makeHostCommunities,
  mines: makeMines,
  basemap: makeBasemap,
  fonts: makeFonts,
  facts: makeFacts,
  programme: makeProgramme,
  'indicator-periods': makeIndicatorPeriods,
}

const [name = '', argument] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  process.stderr.write(`usage: node server/prepare/make/main.ts ${Object.keys(commands).join('|')} [input folder]\n`)
  process.exitCode = 1
} else {
  process.stdout.write(`${await command(argument)}\n`)
}
