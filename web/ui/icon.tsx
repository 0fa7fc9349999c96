const paths = {
  explore: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM12.8 7.2l-1.6 4-4 1.6 1.6-4 4-1.6Z',
  grid: 'M3 3h6v6H3V3Zm8 0h6v6h-6V3ZM3 11h6v6H3v-6Zm8 0h6v6h-6v-6Z',
  list: 'M3.5 5h1m3 0h9M3.5 10h1m3 0h9M3.5 15h1m3 0h9',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6v-5.5Z',
  data: 'M3.5 5.2c0-1.5 2.9-2.4 6.5-2.4s6.5.9 6.5 2.4-2.9 2.4-6.5 2.4-6.5-.9-6.5-2.4Zm0 0v9.6c0 1.5 2.9 2.4 6.5 2.4s6.5-.9 6.5-2.4V5.2M3.5 10c0 1.5 2.9 2.4 6.5 2.4s6.5-.9 6.5-2.4',
  words: 'M3 4.2c2.6-.9 5-.7 7 .7 2-1.4 4.4-1.6 7-.7v11.6c-2.6-.9-5-.7-7 .7-2-1.4-4.4-1.6-7-.7V4.2Zm7 .7v11.6',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  code: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  up: 'm5.5 12 4.5-4.5 4.5 4.5',
  left: 'm12 5.5-4.5 4.5 4.5 4.5',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  home: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  ruler: 'm2.5 13.5 11-11 4 4-11 11-4-4Zm3-3 1.5 1.5m1-4 2 2m.5-4.5L12 7',
  polygon: 'M4 6.5 11 3l6 5.5L14 16l-8.5.5L4 6.5Z',
  download: 'M10 3v9m-3.5-3.5L10 12l3.5-3.5M3.5 16.5h13',
  table: 'M3 4h14v12H3V4Zm0 4h14M3 12h14M8 8v8',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM10 9v4.5M10 6.3v.6',
  warning: 'M10 3 2.5 16.5h15L10 3Zm0 5v4m0 2v.6',
  copy: 'M7 7h9v9H7V7ZM4 13V4h9',
  play: 'M6.5 4.5v11l9-5.5-9-5.5Z',
  pause: 'M7 4.5v11M13 4.5v11',
  circle: 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10 10h6.5',
  link: 'M8.5 11.5 15.5 4.5M11 4.5h4.5V9M14.5 11.5v4h-10v-10h4',
  compare: 'M3.5 4h5v12h-5V4Zm8 0h5v12h-5V4Z',
  reload: 'M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5',
} as const

export type IconName = keyof typeof paths

/** A line drawing of 20 units; decoration only, the words stand beside it or in the label of its control. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
