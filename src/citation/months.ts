// Months behind a day, in languages that decline them: CSL's locales know the nominative alone.

/** Nominative as the locales have it, genitive as a date has it; in the order of the year. */
const MONTHS: Record<string, readonly (readonly [nominative: string, genitive: string])[]> = {
  'pl-PL': [
    ['styczeń', 'stycznia'],
    ['luty', 'lutego'],
    ['marzec', 'marca'],
    ['kwiecień', 'kwietnia'],
    ['maj', 'maja'],
    ['czerwiec', 'czerwca'],
    ['lipiec', 'lipca'],
    ['sierpień', 'sierpnia'],
    ['wrzesień', 'września'],
    ['październik', 'października'],
    ['listopad', 'listopada'],
    ['grudzień', 'grudnia'],
  ],
  'ru-RU': [
    ['январь', 'января'],
    ['февраль', 'февраля'],
    ['март', 'марта'],
    ['апрель', 'апреля'],
    ['май', 'мая'],
    ['июнь', 'июня'],
    ['июль', 'июля'],
    ['август', 'августа'],
    ['сентябрь', 'сентября'],
    ['октябрь', 'октября'],
    ['ноябрь', 'ноября'],
    ['декабрь', 'декабря'],
  ],
  'uk-UA': [
    ['січень', 'січня'],
    ['лютий', 'лютого'],
    ['березень', 'березня'],
    ['квітень', 'квітня'],
    ['травень', 'травня'],
    ['червень', 'червня'],
    ['липень', 'липня'],
    ['серпень', 'серпня'],
    ['вересень', 'вересня'],
    ['жовтень', 'жовтня'],
    ['листопад', 'листопада'],
    ['грудень', 'грудня'],
  ],
};

/** An entry in which a month that follows its day is declined: `5 февраль` becomes `5 февраля`. */
export function withDeclinedMonths(entry: string, locale: string): string {
  const months = new Map(MONTHS[locale]);
  if (months.size === 0) return entry;
  return entry.replace(
    /(?<!\d)(\d{1,2}[ \u00A0])(\p{L}+)/gu,
    (whole, day: string, word: string) => {
      const genitive = months.get(word.toLowerCase());
      return genitive === undefined ? whole : `${day}${genitive}`;
    },
  );
}
