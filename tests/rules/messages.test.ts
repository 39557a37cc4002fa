import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../../src/lib/locales.ts';
import { rejectCodes, skipCodes } from '../../src/lib/providers/facts.ts';
import { troubleCodes } from '../../src/lib/trouble.ts';
import { unsaid } from './said-messages.ts';
import { sourcesOf } from './sources.ts';

type Message = string | { match: Record<string, string> }[];

function read(locale: string): Record<string, Message> {
	const { $schema: _, ...messages } = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'));
	return messages;
}

const all = Object.fromEntries(locales.map((locale) => [locale, read(locale)]));
const [en, fr] = [read('en'), read('fr')];

function textsOf(message: Message): string[] {
	return typeof message === 'string'
		? [message]
		: message.flatMap(({ match }) => Object.values(match));
}

function parametersOf(message: Message): string[] {
	const names = textsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []);
	return [...new Set(names)].sort();
}

test.each(locales)('a key of any language → a key of %s', (locale) => {
	expect(Object.keys(all[locale]!).sort()).toEqual(Object.keys(en).sort());
});

test.each(locales)('a message → the same parameters in %s as in all languages', (locale) => {
	const parameters = (messages: Record<string, Message>) =>
		Object.fromEntries(Object.keys(en).map((key) => [key, parametersOf(messages[key] ?? '')]));
	expect(parameters(all[locale]!)).toEqual(parameters(en));
});

test('a French text → a no-break space wherever French has one before or after a sign', () => {
	const broken = Object.entries(fr)
		.flatMap(([key, message]) => textsOf(message).map((text) => `${key}: ${text}`))
		.map((line) => line.replace(/^\S+ /, ''))
		.filter((text) =>
			/ [:;?!»]|« |\w[?!;»]|«\S/.test(text.replace(/https?:\S+|[{][^}]*[}]/g, 'x'))
		);
	expect(broken).toEqual([]);
});

/** Files, of which each kind is read as its service names it. */
const ofFiles = /^(?:cli|ledger|receipt)\./;

test('a French text with a name that may begin with a vowel → no “de” before it, of which an apostrophe would be left', () => {
	const broken = Object.entries(fr)
		.filter(([key]) => !ofFiles.test(key))
		.filter(([, message]) =>
			textsOf(message).some((text) =>
				/(?<!\p{L})(?:de|que|jusque) \{(?:zone|publication|name|email|person)\}/u.test(text)
			)
		);
	expect(broken.map(([key]) => key)).toEqual([]);
});

test.each([
	['trouble', troubleCodes],
	['reject', rejectCodes],
	['skip', skipCodes],
	['why', codesOf('Why', 'src/lib/server/figures/content/rows.ts')],
	['why', codesOf('ReturnWhy', 'src/lib/server/figures/money/channel-rows.ts')],
	['kind', codesOf('FileKind', 'src/lib/providers/recogniser.ts')],
	['state', ['done', 'failed', 'known', 'undone', 'running', 'waiting', 'question']]
])('a code of %s → has words', (prefix, codes) => {
	expect(codes.length).toBeGreaterThan(0);
	expect(codes.filter((code) => !en[`${prefix}.${code}`])).toEqual([]);
});

test('a key that the code names → a message', () => {
	const missing = sourcesOf('src').flatMap((file) => {
		const text = readFileSync(file, 'utf8');
		return [...text.matchAll(/\bm\[\s*'([\w.]+)'\s*\]|\b(?:words|say)\('([\w.]+)'/g)]
			.map(([, key, other]) => key ?? other ?? '')
			.filter((key) => key.includes('.') && !en[key])
			.map((key) => `${file}: ${key}`);
	});
	expect(missing).toEqual([]);
});

test('a message → said somewhere', () => {
	expect(unsaid(['items.neverSaid', 'share.nowhereNamed'])).toHaveLength(2);
	expect(unsaid(Object.keys(en))).toEqual([]);
});

/** The members of a union of strings: types leave nothing behind that could be asked. */
function codesOf(name: string, file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const union = new RegExp(`export type ${name} =([^;]*);`).exec(text)?.[1] ?? '';
	return [...union.matchAll(/'(\w+)'/g)].map(([, code = '']) => code);
}

test('an English text → no space before a percent sign', () => {
	const broken = Object.entries(en).filter(([, message]) =>
		textsOf(message).some((text) => /[\d}]\s%/.test(text))
	);
	expect(broken.map(([key]) => key)).toEqual([]);
});

/** Words that readers had to decipher, and the ones that replaced them. */
const retired: Record<string, [RegExp, string][]> = {
	en: [
		[/\bslots?\b/i, 'position'],
		[
			/\bthe usual\b|\b(?:above|below|than|as|from) usual\b|\busually gets?\b|\bagainst usual\b/i,
			'average'
		],
		[/\b(?:take|takes|taken|taking) back\b/i, 'undo, revoke'],
		[/\b(?:take|takes|taken) in\b/i, 'import'],
		[/\b(?:put|puts) (?:away|off)\b/i, 'archive, skip'],
		[/\bhold up\b|\bheld up\b|\bgo on\b/i, 'pause, resume'],
		[/\bof the house\b/i, 'house'],
		[/\bset aside\b/i, 'filtered out'],
		[/\bnine times in ten\b/i, '90% interval'],
		[/\b(?:nought|nobody’s|whoever)\b/i, 'plain words'],
		[/\bnot enough to say\b/i, 'not enough data'],
		[/\bpresent password\b/i, 'current password'],
		// data that end early may be missing: nobody knows whether more clicks come
		[/\bstill (?:coming in|collect(?:s|ing)?)\b/i, 'the data end before hour 72']
	],
	fr: [
		[/\bmarges?\b/i, 'intervalle'],
		[/\blift\b/i, 'effet'],
		[/\bhabituels?\b(?! à cet endroit)/i, 'moyenne'],
		[/\bà place égale\b|\bplaces? et thèmes?\b/i, 'position'],
		[/\bneuf fois sur dix\b/i, 'intervalle à 90 %'],
		[/évènement/i, 'événement'],
		[/(?<!\p{L})livrés/iu, 'délivrés'],
		[/\btrop peu pour conclure\b/i, 'pas assez de données'],
		[/\b(?:reçoit|reçoivent|arrivent) encore\b/i, 'les données s’arrêtent avant l’heure 72']
	]
};

test.each(locales)('a text in %s → none of the words that readers had to decipher', (locale) => {
	const flaws = Object.entries(all[locale]!).flatMap(([key, message]) =>
		textsOf(message).flatMap((text) =>
			(retired[locale] ?? [])
				.filter(([word]) => word.test(text.replace(/\{\w+\}/g, '')))
				.map(([, better]) => `${key}: ${text} (write: ${better})`)
		)
	);
	expect(flaws).toEqual([]);
});

/** Counts that are never one: windows of a week at least, lists that say that they are cut, several of a kind. */
const neverOne = [
	/^(?:audience|channels|def|report|why|finding)\..*/,
	/^receipt\.(?:undoAll|sponsor\.delivered)$/,
	/^(?:next\.positions\.sub|sponsors\.price\.delivered|readers\.sampled|overview\.lead\.(?:none|raw\.same))$/,
	/^(?:trouble\.badItemOrder|ledger\.shown|issue\.mostClicked\.same)$/
];

test.each(locales)('a text with a number that may be one → has its singular in %s', (locale) => {
	const counts =
		/\{(?:n|number|count|rows|events|facts|sends|files|issues|readers|items|clickers|clicks|left|said|suggested|others|tables|rate|usual|done)\}[ \u00a0]\p{Ll}+[sx](?![\p{L}’])/u;
	const flaws = Object.entries(all[locale]!).filter(
		([key, message]) =>
			typeof message === 'string' &&
			counts.test(message) &&
			!/\} (?:is|has|was|dans|puis|mais)\b/.test(message) &&
			!neverOne.some((one) => one.test(key))
	);
	expect(flaws.map(([key]) => key)).toEqual([]);
});
