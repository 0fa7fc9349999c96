import { regionColours } from '#web/encoding/palette.ts'
import { places } from '#web/pages/coverage/coverage-model.ts'
import { useSpeech } from '#web/text/text.ts'

/** The heading of a matrix: the four regions, then all of them. */
export function PlaceHead({ corner }: { readonly corner: string }) {
  const { t, nameOf } = useSpeech()
  return (
    <thead>
      <tr>
        <th scope="col" className="cover-corner">
          {corner}
        </th>
        {places.map((place) => (
          <th key={place} scope="col" data-place={place}>
            {place === 'ALL' ? (
              t('coverage.all')
            ) : (
              <>
                <span className="place-dot" style={{ backgroundColor: regionColours[place] }} />
                {nameOf('region', place)}
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
