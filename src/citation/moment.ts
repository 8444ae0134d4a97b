// The present moment as it is written into records: with the zone of whoever reads the clock.

function two(value: number): string {
  return String(Math.floor(Math.abs(value))).padStart(2, '0');
}

/** An ISO 8601 moment with the zone the reader is in: `2026-03-01T09:30:00+02:00`. */
export function zonedIso(date = new Date()): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${sign}${two(offset / 60)}:${two(offset % 60)}`;
}
