import { expect, test } from 'vitest';
import { confirmSections, hideSteps } from '#lib/server/editing/first-steps.ts';
import { correct, undoCorrection } from '#lib/server/editing/corrections.ts';
import { sectionsRead } from '#lib/server/figures/content/sections-read.ts';
import { firstSteps } from '#lib/server/figures/first-steps.ts';
import { issueEdit } from '#lib/server/figures/content/issue-edit.ts';
import { letters } from './letters.ts';
import { newDesk } from './publication.ts';

const actor = { by: null, now: 0 };

async function deskOf() {
	const desk = await newDesk();
	await desk.take(letters(3));
	const isDone = async () =>
		(await firstSteps(desk.db, await desk.publication()))?.find(({ step }) => step === 'sections')
			?.done;
	return { desk, isDone };
}

test('sections as they are read → each with its issues, what its items are, and where it is corrected', async () => {
	const { desk } = await deskOf();
	const sections = await sectionsRead(desk.db, await desk.publication());
	expect(sections.length).toBeGreaterThan(1);
	const ids = (await desk.issues()).map(({ id }) => id);
	for (const { issues, roles, issueId } of sections) {
		expect(issues).toBeGreaterThan(0);
		expect(roles.reduce((sum, { items }) => sum + items, 0)).toBeGreaterThanOrEqual(issues);
		expect(ids).toContain(issueId);
	}
});

test('sections that somebody confirmed → the step is done', async () => {
	const { desk, isDone } = await deskOf();
	expect(await isDone()).toBe(false);
	await confirmSections(desk.db, await desk.publication(), actor);
	expect(await isDone()).toBe(true);
	await hideSteps(desk.db, await desk.publication());
	expect(await firstSteps(desk.db, await desk.publication())).toBeNull();
});

test('a section that somebody corrected → the step is done, and undone with the correction', async () => {
	const { desk, isDone } = await deskOf();
	const { id } = (await desk.issues())[0]!;
	const edit = async () => issueEdit(desk.db, await desk.publication(), id);
	const item = (await edit()).items[0]!;
	await correct(
		desk.db,
		await desk.publication(),
		id,
		{ kind: 'move', item: item.id, section: 'Elsewhere' },
		actor
	);
	expect(await isDone()).toBe(true);
	await undoCorrection(desk.db, await desk.publication(), id, actor);
	expect(await isDone()).toBe(false);
});
