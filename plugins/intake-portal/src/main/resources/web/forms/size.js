import { language } from '../text/index.js';

const UNITS = ['byte', 'kilobyte', 'megabyte'];

/** Returns the size of a file in words, such as 3.4 MB. */
export function sizeOf(bytes) {
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  return new Intl.NumberFormat(language.id, { style: 'unit', unit: UNITS[step], unitDisplay: step ? 'short' : 'long', maximumFractionDigits: step === 2 ? 1 : 0 })
    .format(bytes / 1024 ** step);
}
