import type { Locale } from '#lib/messages/compiled/runtime.js';
import {
	becauseKind,
	dateWords,
	doubtWords,
	meaningWords,
	spanWords
} from '#lib/messages/card-words.ts';
import { columnWords } from '#lib/messages/column-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { serviceName } from '#lib/providers/services.ts';
import type { CardColumn, Doubt, ReadingCard, WordRead } from '#lib/providers/reading-card.ts';
import { table, type TerminalColumn } from './answer.ts';

/** A name, as in `cli.check.<name>`, and what is said of it. */
type Fact = readonly [string, string];

/** How wide a value is shown. */
const WIDEST = 40;

/** How a file reads, as a person at a terminal sees it. */
export function cardLines(card: ReadingCard, counts: readonly Fact[], locale: Locale): string[] {
	const formats = createFormats(locale, 'UTC');
	const head = (name: string) => words(`cli.check.${name}`, {}, locale);
	const facts: Fact[] = [
		['encoding', card.encoding],
		// workbooks and JSON have none
		...(card.delimiter === '' ? [] : [['delimiter', JSON.stringify(card.delimiter)] as const]),
		['provider', serviceOf(card, locale)],
		['kind', words(`kind.${card.kind}`, {}, locale)],
		['because', becauseKind(card, locale)],
		['dates', dateWords(card.dates, locale) ?? '–'],
		['span', spanWords(card.dates, locale) ?? '–'],
		...counts
	];
	const columns: TerminalColumn<CardColumn>[] = [
		{ head: head('column'), cell: ({ header }) => header },
		{ head: head('role'), cell: (field) => roleOf(field, card.kind, locale) },
		{ head: head('why'), cell: (field) => whyOf(field, locale) },
		{
			head: head('values'),
			cell: ({ samples }) => onOneLine(samples.slice(0, 2).join(' · ')),
			widest: WIDEST
		}
	];
	const wordColumns: TerminalColumn<WordRead>[] = [
		{ head: head('word'), cell: ({ word }) => onOneLine(word), widest: WIDEST },
		{ head: head('means'), cell: (word) => meaningWords(word, locale) },
		{ head: head('wordRows'), cell: ({ rows }) => formats.number(rows), right: true }
	];

	return [
		...table(
			[
				{ head: '', cell: ([name]: Fact) => head(name) },
				{ head: '', cell: ([, value]: Fact) => value, whole: true }
			],
			facts
		).slice(1),
		'',
		...table(columns, card.fields),
		...Object.entries(card.words).flatMap(([header, read]) =>
			read.length ? ['', `${header}:`, ...table(wordColumns, read)] : []
		),
		...doubtLines(card.doubts, locale)
	];
}

/** What may be wrong: questions first. */
export function doubtLines(doubts: readonly Doubt[], locale: Locale): string[] {
	const sorted = [...doubts].sort((a, b) => Number(b.waits) - Number(a.waits));
	const lines = sorted.map((doubt) => {
		const head = words(`cli.check.${doubt.waits ? 'question' : 'note'}`, {}, locale);
		return `${head} ${doubtWords(doubt, locale)}`;
	});
	return lines.length ? ['', ...lines] : [];
}

function serviceOf({ provider }: ReadingCard, locale: Locale): string {
	return provider === 'by-hand' ? words('receipt.byHand', {}, locale) : serviceName(provider);
}

function roleOf({ role, used }: CardColumn, kind: string, locale: Locale): string {
	return used ? columnWords(role, kind, locale) : words('cli.check.notUsed', {}, locale);
}

function whyOf({ because, used }: CardColumn, locale: Locale): string {
	return used ? words(`map.because.${because}`, {}, locale) : '';
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');
