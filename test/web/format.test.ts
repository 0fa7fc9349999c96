import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatDay,
  formatDistance,
  formatList,
  formatRange,
  formatRounded,
  formatValue,
} from '#web/encoding/format.ts'

describe('numbers on the screen', () => {
  test.each([
    [6_743_572, '6.74 million', '674万'],
    [906_700, '907,000', '90.7万'],
    [61_234, '61,200', '61,200'],
    [9_876, '9,876', '9,876'],
    [12.3456, '12.3', '12.3'],
    [0.012345, '0.0123', '0.0123'],
    [0, '0', '0'],
    [22.900763358778626, '22.9', '22.9'],
  ])('%d has at most three significant digits: %s, %s', (value, en, zh) => {
    expect(formatRounded(value, 'en')).toBe(en)
    expect(formatRounded(value, 'zh')).toBe(zh)
  })

  test('counts are never rounded', () => {
    expect(formatCount(61_480, 'en')).toBe('61,480')
  })

  test('a year carries no thousands mark', () => {
    expect(formatValue(2024, 'year', 'en')).toEqual({ number: '2024', unit: '' })
  })

  test('a unit follows its number', () => {
    expect(formatValue(12.4, 'percent', 'en')).toEqual({ number: '12.4', unit: ' %' })
    expect(formatValue(3, 'of_8', 'en')).toEqual({ number: '3', unit: ' of 8' })
  })

  test.each([
    [23, 19, 31, '23 (19–31)'],
    [23, 23, 23, '23'],
    [23, null, 31, '23'],
  ])('%d from %s to %s reads %s', (value, low, high, text) => {
    expect(formatRange(value, low, high, 'en')).toBe(text)
  })

  test.each([
    [0, '0 km'],
    [640.4, '640 m'],
    [8_123, '8.12 km'],
    [48_999, '49 km'],
  ])('%d metres read %s', (metres, text) => {
    expect(formatDistance(metres, 'en')).toBe(text)
  })
})

describe('days and lists', () => {
  test('a day is spelled out in each language, whatever the clock of the reader', () => {
    expect(formatDay('2024-02-02', 'en')).toBe('2 February 2024')
    expect(formatDay('2024-02-02', 'zh')).toBe('2024年2月2日')
  })

  test('what is no day stays as it is', () => {
    expect(formatDay('unknown', 'en')).toBe('unknown')
  })

  test('Chinese lists use the enumeration comma', () => {
    expect(formatList(['铜', '钴'], 'zh')).toBe('铜、钴')
    expect(formatList(['copper', 'cobalt'], 'en')).toBe('copper, cobalt')
  })
})
