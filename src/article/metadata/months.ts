// Names of months in the languages whose bylines are read, and the number each stands for.

/** Full names, also as declined in dates; abbreviations are told from them. */
const names = [
  'january января январь січня січень januar jänner janvier enero gennaio janeiro stycznia styczeń',
  'february февраля февраль лютого лютий februar febrero février fevrier febbraio fevereiro lutego luty',
  'march марта март березня березень märz maerz mars marzo março marca marzec',
  'april апреля апрель квітня квітень avril abril aprile kwietnia kwiecień',
  'may мая май травня травень mai mayo maggio maio maja',
  'june июня июнь червня червень juni juin junio giugno junho czerwca czerwiec',
  'july июля июль липня липень juli juillet julio luglio julho lipca lipiec',
  'august августа август серпня серпень août aout agosto sierpnia sierpień',
  'september сентября сентябрь вересня вересень septembre septiembre setiembre settembre setembro września wrzesień',
  'october октября октябрь жовтня жовтень oktober octobre octubre ottobre outubro października październik',
  'november ноября ноябрь листопада листопад novembre noviembre novembro listopada',
  'december декабря декабрь грудня грудень dezember décembre diciembre dicembre dezembro grudnia grudzień',
].map((line) => line.split(' '));

/**
 * The month, 1 to 12, that a name or its abbreviation of three letters and more stands for in any
 * of the languages; undefined where it is none or could be two (`jui`).
 */
export function monthNumber(name: string): number | undefined {
  const word = name.toLowerCase().replace(/\.$/, '');
  if (word.length < 3) return undefined;
  const found = names.flatMap((month, at) =>
    month.some((full) => full.startsWith(word)) ? [at + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}
