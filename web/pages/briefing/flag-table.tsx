import { formatDistance, formatList } from '#web/encoding/format.ts'
import type { Flag } from '#web/pages/briefing/flags.ts'
import type { Briefing } from '#web/pages/briefing/use-briefing.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useSpeech } from '#web/text/text.ts'

/** Rows that one sheet holds. */
const most = 13

/** Mines in protected areas and World Heritage sites; numbers are those on the map. */
export function FlagTable({ briefing: { flags, values } }: { readonly briefing: Briefing }) {
  const { t } = useSpeech()
  const all = (id: string) =>
    values.answers.find(({ indicator }) => indicator === id)?.places.find(({ place_id }) => place_id === 'ALL')
  const [inside, heritage] = [all('EN-01'), all('EN-02')]
  return (
    <section>
      <h2>{t('briefing.flags')}</h2>
      <p className="brief-words">
        {t('briefing.flags_words', {
          inside: inside?.numerator ?? 0,
          located: inside?.denominator ?? 0,
          heritage: heritage?.value ?? 0,
        })}
      </p>
      {flags.length === 0 ? (
        <p>{t('briefing.no_flags')}</p>
      ) : (
        <table className="brief-table">
          <caption className="visually-hidden">{t('briefing.flags')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('next.rank')}</th>
              <th scope="col">{t('briefing.mine')}</th>
              <th scope="col">{t('briefing.area')}</th>
            </tr>
          </thead>
          <tbody>
            {flags.slice(0, most).map((flag, index) => (
              <FlagRow key={flag.mine_id} flag={flag} number={index + 1} />
            ))}
          </tbody>
        </table>
      )}
      {flags.length > most ? <p className="brief-words">{t('briefing.more', { count: flags.length - most })}</p> : null}
    </section>
  )
}

function FlagRow({ flag, number }: { readonly flag: Flag; readonly number: number }) {
  const { t, language } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const { row, isHeritage } = flag
  const distance = Number(row.distance_m)
  const name = language === 'zh' ? (row.mine_name_zh ?? row.mine_name) : row.mine_name
  const notes = [
    isHeritage ? t('briefing.world_heritage') : '',
    distance > 0 ? formatDistance(distance, language) : t('near.inside'),
    row.is_approx === true ? t('briefing.approximate') : '',
  ].filter((note) => note !== '')
  return (
    <tr className={isHeritage ? 'is-heritage' : undefined}>
      <td>{number}</td>
      <th scope="row">{formatList([String(name), nameOfCountry(String(row.iso3))], language)}</th>
      <td>
        <span lang="en">{String(row.name_eng)}</span> ({notes.join(language === 'zh' ? '，' : ', ')})
      </td>
    </tr>
  )
}
