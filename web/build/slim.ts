import { compileMessage } from '@lingui/message-utils/compileMessage'
import { defaultClientConditions, type Plugin } from 'vite'

/** Declarations carry schemas for the server; the page trusts the server's answers and never parses with them. */
const noSchemas = `
const schema = new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => 'schema' : schema), apply: () => schema })
export const z = schema
`
/** The layers get their features and pictures from the page; nothing is loaded by address. */
const noLoaders = `
export const registerLoaders = () => {}, setLoaderOptions = () => {}, ImageLoader = {}
export const load = () => Promise.reject(new Error('the page gives features to its layers, never addresses'))
`
const replacements: Readonly<Record<string, string>> = {
  zod: noSchemas,
  '@loaders.gl/core': noLoaders,
  '@loaders.gl/images': noLoaders,
}
/** Texts of the control library in languages that the page does not speak. */
const foreignTexts = /[\\/]react-(aria|stately)[\\/].*[\\/]intl[\\/].*[\\/](?!en-US|zh-CN)[a-z]{2}-[A-Z]{2}\.m?js$/
/** Sources of shaders for WebGPU that deck.gl's build without it still brings along. */
const webgpuShaders = /[\\/]fp64-arithmetic-wgsl(-integer)?\.js$/
const messages = /[\\/]web[\\/]text[\\/](later-)?(en|zh)\.json$/
/** Declarations do nothing by being imported: those that the page does not name are left out. */
const declarations = /[\\/]data[\\/][^?]*\.ts$/
const prefix = '\0slim:'

/** ICU messages as the token lists that the page would otherwise make of them at each start. */
function compileMessages(json: string): string {
  const texts = Object.entries(JSON.parse(json) as Record<string, string>)
  return JSON.stringify(Object.fromEntries(texts.map(([id, text]) => [id, compileMessage(text)])))
}

/** Leaves out what the page never runs: a quarter of its kilobytes. What should be needed after all fails loudly. */
export function slim(): Plugin {
  return {
    name: 'smap-slim',
    enforce: 'pre',
    // Not in the tests of the server, which run under the same configuration and do parse.
    apply: (_, { command }) => command === 'build' || process.env.VITEST === undefined,
    // deck.gl's own build without WebGPU: the map draws with WebGL 2.
    config: () => ({ resolve: { conditions: ['visgl:webgl-only', ...defaultClientConditions] } }),
    resolveId: (id) => (id in replacements ? prefix + id : null),
    load: (id) => {
      if (id.startsWith(prefix)) return replacements[id.slice(prefix.length)] ?? null
      if (webgpuShaders.test(id)) return "export const fp64arithmeticWGSL = '', fp64arithmeticWGSLInteger = ''"
      return foreignTexts.test(id) ? 'export default {}' : null
    },
    transform: (code, id) => {
      if (declarations.test(id)) return { code, map: null, moduleSideEffects: false }
      return messages.test(id) ? { code: compileMessages(code), map: null } : null
    },
  }
}
