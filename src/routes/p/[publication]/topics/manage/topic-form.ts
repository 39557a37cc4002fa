import { fallbackFirst, inLocales, type Locale } from '#lib/locales.ts';
import { Trouble } from '#lib/trouble.ts';
import { topicField } from './topic-field.ts';
import { idOrNullIn, idsIn, shownIn, textIn } from '../../../../form.ts';

/** A number that somebody typed. @throws {Trouble} badNumber */
export function numberOf(form: FormData, name: string): number {
	const typed = textIn(form, name);
	if (typed !== '' && Number.isFinite(Number(typed))) return Number(typed);
	throw new Trouble('badNumber', { given: typed.slice(0, 40), field: name });
}

/**
 * What a form says of a topic. Where it has no name in a language, the first that is given stands for it.
 *
 * @throws {Trouble} noTopicName, badNumber
 */
export function topicWords(form: FormData) {
	const text = (name: string) => textIn(form, name);
	const given = (locale: Locale) => text(topicField('name', locale)).slice(0, 80);
	const first = fallbackFirst.map(given).find(Boolean);
	if (!first) throw new Trouble('noTopicName');

	const list = (name: string) => [
		...new Set(
			text(name)
				.split(/[,\n]/)
				.map((word) => word.trim())
				.filter(Boolean)
		)
	];
	return {
		names: inLocales((locale) => given(locale) || first),
		words: inLocales((locale) => list(topicField('words', locale))),
		aliases: list('aliases'),
		parentId: idOrNullIn(form, 'parent'),
		color: colorIn(form)
	};
}

/** Its place among the colours of charts. @throws {Trouble} badNumber */
function colorIn(form: FormData): number | null {
	const given = textIn(form, 'color');
	if (!/^\d{0,3}$/.test(given))
		throw new Trouble('badNumber', { given: given.slice(0, 40), field: 'color' });
	return given === '' ? null : Number(given);
}

/** The topics that a form says items have: by id, and by name those that may have to be made. */
export function saidIn(form: FormData) {
	const names = form.has('none') ? [] : form.getAll('name').map(String);
	return { topics: topicsIn(form), names, shown: shownTopicsIn(form) };
}

/** The topics that a form says an item has: none of them where it says so. */
export function topicsIn(form: FormData): number[] {
	return form.has('none') ? [] : idsIn(form, 'topic');
}

/** The topics that a form showed of an item; null where it does not say. */
export function shownTopicsIn(form: FormData): number[] | null {
	const shown = shownIn(form);
	const isId = (one: unknown): one is number => Number.isSafeInteger(one);
	return Array.isArray(shown) && shown.every(isId) ? shown : null;
}
