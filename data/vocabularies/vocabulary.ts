/** A text in the two languages of the programme. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A closed list of codes with their names; the only place where a term of the field is translated (domain reference 4d). */
export interface Vocabulary {
  readonly title: Text
  readonly terms: Readonly<Record<string, Text>>
}

export const term = (en: string, zh: string): Text => ({ en, zh })
