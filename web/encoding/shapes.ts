/** Paths in a square of 24 units, used by the icon atlas of the map and by the legend alike. */
export const shapePaths = {
  diamond: 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  square: 'M3 3h18v18H3Z',
  /** What is cut out of the diamond, by group: the second channel beside colour. */
  inner: {
    people: '',
    environment: 'M12 8.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6Z',
    labour: 'M5.5 10.6h13v2.8h-13Z',
    conflict: 'm8.3 6.7 3.7 3.7 3.7-3.7 1.6 1.6-3.7 3.7 3.7 3.7-1.6 1.6-3.7-3.7-3.7 3.7-1.6-1.6 3.7-3.7-3.7-3.7Z',
  } as Readonly<Record<string, string>>,
} as const
