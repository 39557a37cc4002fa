/**
 * The names of the months in the languages whose letters and exports are read (English, French, German,
 * Spanish, Italian, Dutch, Portuguese), long and short. No word means two months.
 */
const NAMES = [
	'january jan janvier janv januar jänner enero ene gennaio gen januari janeiro',
	'february feb février févr fév februar febrero febbraio februari fevereiro fev',
	'march mar mars märz mär maerz marzo maart mrt março',
	'april apr avril avr abril abr aprile',
	'may mai mayo maggio mag mei maio',
	'june jun juin juni junio giugno giu junho',
	'july jul juillet juil juli julio luglio lug julho',
	'august aug août agosto ago augustus',
	'september sep sept septembre septiembre settembre sett set setembro',
	'october oct octobre oktober okt octubre ottobre ott outubro out',
	'november nov novembre noviembre novembro',
	'december dec décembre déc dezember dez diciembre dic dicembre dezembro'
].map((names) => names.split(' '));

/** The days of the week in the same languages. */
const WEEKDAYS = (
	'monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche ' +
	'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lunes martes miércoles jueves viernes sábado domingo ' +
	'lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
	'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira'
).split(' ');

const numbers = new Map(
	NAMES.flatMap((names, i) => names.map((name) => [withoutAccents(name), i + 1] as const))
);

/** The month that a word names, from 1; null where it names none. `Févr.`, `FEVR` and `fevr` are one word. */
export function monthNamed(word: string): number | null {
	return numbers.get(withoutAccents(word.toLowerCase().replace(/\.$/, ''))) ?? null;
}

/**
 * A month and its year, as the whole of a text, as year and number from 1; null where it is none.
 *
 * @example monthOfYear('mars 2024') // => [2024, 3]
 */
export function monthOfYear(text: string): [year: number, month: number] | null {
	const [, name = '', year] =
		/^(\p{L}{3,10}\.?)(?: de| del)?[ -]((?:19|20)\d\d)$/u.exec(text.trim()) ?? [];
	const month = monthNamed(name);
	return month === null ? null : [Number(year), month];
}

const plain = NAMES.flat().map(withoutAccents);
/** "Speak out", "Set 3", "Long ago": words of other languages, which say a month behind the number of a day alone. */
const words = new Set(['out', 'set', 'ago', 'mag', 'gen']);
const alone = NAMES.flat().filter((name) => !words.has(name));

/** All names as alternatives of an expression, the longest first, in small letters, without accents. */
export const plainMonths = alternatives(plain);
/** The same, with accents and without. */
export const months = alternatives([...NAMES.flat(), ...plain]);
/** Those of them that name a month without the number of a day before it. */
export const monthsAlone = alternatives([...alone, ...alone.map(withoutAccents)]);

/** Days and months without accents, but for those short enough to be a word or a name of their own: "mayo", "mar". */
export const calendarWords: ReadonlySet<string> = new Set(
	[...WEEKDAYS.map(withoutAccents), ...plain].filter((name) => name.length >= 5 || name === 'marz')
);

function alternatives(names: readonly string[]): string {
	return [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}

function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '');
}
