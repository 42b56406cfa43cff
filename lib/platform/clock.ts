/** The one place that reads the clock; everything else is handed `now`. */
export function now(): Date {
  return new Date();
}
