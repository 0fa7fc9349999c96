export interface Option<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** Muted words after the label: a code, a count. */
  readonly note?: string
}

/** A choice of several, none of them meaning all. */
export interface ManyChoiceProps<Id extends string> {
  readonly label: string
  /** What the button says: the chosen names, or that all count. */
  readonly summary: string
  readonly options: readonly Option<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (value: Id[]) => void
  readonly clearLabel: string
  /** Given for long lists: a box that narrows them. */
  readonly searchLabel?: string
}
