import { expect, test } from 'vitest';
import { filtersOf } from '../../src/cli/filters.ts';
import { createFormats } from '#lib/messages/format.ts';
import { issueNames } from '#lib/messages/filter-offers.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { newWorkspace } from './publication.ts';

const letter = (title: string, day: string) =>
	Buffer.from(
		`---\ntitle: "${title} – n° 1"\ndate: ${day}\n---\n# ${title} – n° 1\n\n## [Un quai](https://example.com/${day})\n\nUn quai, de nuit.\n`
	);

test('two series that both have a no. 1 → told apart by their days, in filters and in commands', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'quai.md': letter('Quai', '2026-03-05'),
		'phare.md': letter('Phare', '2026-04-09')
	});
	const { db } = workspace;
	const publication = await workspace.publication();
	const choices = await filterChoices(db, publication);
	expect(
		issueNames(choices, createFormats('en', publication.zone)).map(({ name }) => name)
	).toEqual(['no.\u00a01 (9 Apr 2026)', 'no.\u00a01 (5 Mar 2026)']);

	const asked = async (issue: string) => {
		const { issue: id } = await filtersOf(db, publication, { options: { issue } });
		return choices.issues.find((one) => one.id === id)!.title;
	};
	await expect(asked('1')).rejects.toMatchObject({
		code: 'severalIssues',
		details: { given: '1', days: '2026-04-09, 2026-03-05' }
	});
	expect(await asked('quai – n° 1')).toContain('Quai');
	expect(await asked('5 mars 2026')).toContain('Quai');
	expect(await asked('2026-03-05')).toContain('Quai');
	expect(await asked('2026-04-09')).toContain('Phare');
});
