import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import { jobKind, jobKinds, jobKindsWhere } from '#lib/job-kinds.ts';
import { locales } from '#lib/locales.ts';
import {
	isOfSponsors,
	kindOfPage,
	kindsDue,
	reportKind,
	reportKindRecords,
	reportKinds
} from '#lib/report-kinds.ts';
import { liveReport } from '../../src/routes/s/live.ts';

const sources = globSync(['src/**/*.{ts,svelte}'], {
	ignore: ['**/compiled/**', '**/*.test.ts', '**/samples/**']
}).map((file) => [file, readFileSync(file, 'utf8')] as const);

/** Sources other than its own file that list two or more members by hand. */
function listed(members: readonly string[], own: string): string[] {
	const one = `'(?:${members.join('|')})'`;
	const list = new RegExp(`${one}\\s*[,|]\\s*${one}`);
	return sources.filter(([file, text]) => file !== own && list.test(text)).map(([file]) => file);
}

test('a language → no list of its own anywhere', () => {
	expect(listed(locales, 'src/lib/locales.ts')).toEqual([]);
});

test('a kind of report → its words in every form, and no list of its own anywhere', () => {
	const keys = Object.keys(en);
	for (const kind of reportKinds) {
		expect(keys).toContain(`report.kind.${kind}`);
		expect(keys).toContain(`report.kind.${kind}.about`);
	}
	// the others are words of issues and items, too
	for (const kind of ['management', 'acquisition'])
		for (const other of reportKinds)
			expect(listed([kind, other], 'src/lib/report-kinds.ts')).toEqual([]);
});

test('a page that a kind of report lists as live → shown as that kind; any other page → as none', () => {
	for (const { kind, livePages } of reportKindRecords)
		for (const page of livePages) {
			expect(kindOfPage(page)).toBe(kind);
			expect(liveReport(page.replace('*', '7'), 'en')?.kind).toBe(kind);
		}
	expect(liveReport('issues/*', 'en')).toBeNull();
});

test('a kind of report → scheduled unless it says never, and never that of a single placement', () => {
	const due = [...kindsDue('date'), ...kindsDue('issue')];
	for (const kind of reportKinds)
		expect(due.includes(kind)).toBe(reportKind(kind).schedulable !== 'never');
	expect(due).not.toContain('receipt');
	expect(reportKinds.filter(isOfSponsors)).toEqual(['sponsor', 'receipt']);
});

test('a kind of job → its words, and no list of its own anywhere', () => {
	for (const kind of jobKinds) expect(Object.keys(en)).toContain(`job.kind.${kind}`);
	// the others are words of permissions, pages and mails, too
	expect(listed(['derive', 'fits', 'inbox', 'undo'], 'src/lib/job-kinds.ts')).toEqual([]);
});

test('a kind of job that brings facts or takes a turn → one that writes', () => {
	for (const kind of jobKindsWhere(({ brings }) => brings === true))
		expect([kind, jobKind(kind).writes]).toEqual([kind, true]);
	for (const kind of jobKindsWhere(({ turn }) => turn !== undefined))
		expect([kind, jobKind(kind).writes]).toEqual([kind, true]);
});
