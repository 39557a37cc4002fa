import { expect, test } from 'vitest';
import type { Statement } from '#lib/findings/statement.ts';
import { createFormats } from '#lib/messages/format.ts';
import { adviceOf } from './shared.ts';
import type { ReportContext } from './report-context.ts';

const context = {
	formats: createFormats('en', 'UTC'),
	options: { locale: 'en' },
	state: (statements: readonly Statement[]) => statements.map(({ key }) => key)
} as unknown as ReportContext;

/** A topic that might be first, or the one after. */
const topic = (name: string, suggested: boolean, enough = true) =>
	({
		topic: name,
		suggested,
		enough,
		why: null,
		rankLow: 1,
		rankHigh: 2,
		low: 0.9,
		high: 1.1
	}) as never;

test('topics that nobody confirmed → in no sentence, not in those of what cannot be said either', () => {
	const said = (suggested: boolean) => {
		const topics = [
			topic('Quay', suggested),
			topic('Crane', suggested),
			topic('Ferry', suggested, false)
		];
		return adviceOf({ topics }, { missed: [] }, [], context)[1]!.lines;
	};
	expect(said(false)).toEqual(['report.cannot.order', 'report.cannot.few', 'report.cannot.cause']);
	expect(said(true)).toEqual(['report.cannot.cause']);
});
