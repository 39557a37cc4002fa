import { fail, json } from '@sveltejs/kit';
import { fallbackLocale } from '#lib/locales.ts';
import { getLocale, type Locale } from '#lib/messages/compiled/runtime.js';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { troubleIn, type TroubleCode } from '#lib/trouble.ts';
import { topicField } from './p/[publication]/topics/manage/topic-field.ts';

/** The fields that a trouble is about, as forms call them, the likeliest first. */
const fieldsOf: Partial<Record<TroubleCode, readonly string[]>> = {
	adminEverywhere: ['publication'],
	badAlert: ['address'],
	badAmount: ['amount', 'item', 'hour'],
	badCurrency: ['currency', 'code'],
	badDate: ['date', 'from'],
	badExpiry: ['days'],
	badMonths: ['months'],
	badCount: ['guaranteed'],
	badNote: ['text', 'rows'],
	badPeriod: ['to'],
	badPerson: ['email', 'name'],
	badRate: ['rate'],
	badSchedule: ['to'],
	badShare: ['password'],
	badTokenName: ['name'],
	badView: ['name'],
	feesDiffer: ['amount'],
	fileEmpty: ['rows'],
	firstIsAdmin: ['role'],
	joinedOtherwise: ['from'],
	noChannel: ['channel'],
	noDraft: ['draft'],
	noMailServer: ['by', 'to'],
	noName: ['from', 'name'],
	noNotes: ['rows'],
	noSponsor: ['sponsor'],
	noSuchName: ['from'],
	noSuchReader: ['address'],
	noSuchTopic: ['into', 'parent'],
	noTopicName: [topicField('name', fallbackLocale), 'name'],
	noteOrFile: ['rows'],
	nothingGiven: ['file', 'pasted'],
	personExists: ['email'],
	sameName: ['to'],
	tokenExists: ['name'],
	tokenForAll: ['publication'],
	topicAbove: ['parent', 'into'],
	topicNameTaken: [topicField('name', fallbackLocale), 'name'],
	wrongName: ['typed']
};

type Event = { locals: Pick<App.Locals, 'refused'> };

/**
 * Says foreseen trouble to the form that met it, and at which field; what nobody foresaw is thrown on.
 * The hook of all answers writes it into the page of somebody without scripts.
 */
export function refused(cause: unknown, { locals }: Event, form: FormData) {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	const message = troubleWords(code, details, getLocale());
	const { field, given } = details;
	const fields = field === undefined ? (fieldsOf[code] ?? []) : [String(field)];
	const about = { fields: [...fields], given: given === undefined ? null : String(given) };
	const refusal = { message, ...about };
	locals.refused = { refusal, sent: typedIn(form) };
	return fail(trouble.status, { trouble: { code, ...refusal } });
}

/** What can be shown again of a form: files cannot. */
export function typedIn(form: FormData): [name: string, value: string][] {
	return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

/** Says foreseen trouble to a program; what nobody foresaw is thrown on. */
export function troubleReply(cause: unknown, language: Locale): Response {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	const message = troubleWords(code, details, language);
	return json({ code, message }, { status: trouble.status });
}
