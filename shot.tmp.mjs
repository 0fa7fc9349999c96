import { launchBrowser } from '#test/setup/browser.ts'
const [,, base, ...jobs] = process.argv
const browser = await launchBrowser()
for (const job of jobs) { // name|path|size|full|script
  const [name, path, size='desk', full='', act=''] = job.split('|')
  const ctx = await browser.newContext({ viewport: size==='desk'?{width:1440,height:900}:{width:390,height:844}, hasTouch: size!=='desk', reducedMotion:'reduce' })
  const page = await ctx.newPage(); page.setDefaultTimeout(60000)
  page.on('console', m => m.type()==='error' && console.log(name,'console', m.text()))
  page.on('pageerror', e => console.log(name,'pageerror', e.message))
  await page.goto(base+path); await page.waitForLoadState('networkidle'); await page.waitForTimeout(1500)
  if (act) await (new Function('page', 'return (async()=>{'+act+'})()'))(page)
  if (full) { const h = await page.evaluate(() => document.querySelector('main.page')?.scrollHeight ?? 900); await page.setViewportSize({width: size==='desk'?1440:390, height: Math.min(h+60, 6000)}); await page.waitForTimeout(800) }
  await page.screenshot({ path: `/tmp/mr/shots/${name}.png`, timeout: 120000 })
  await ctx.close()
}
await browser.close()
