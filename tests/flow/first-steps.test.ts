import { expect, test } from 'vitest';
import { confirmSections, hideSteps } from '#lib/server/editing/first-steps.ts';
import { correct, undoCorrection } from '#lib/server/editing/corrections.ts';
import { sectionsRead } from '#lib/server/figures/content/sections-read.ts';
import { firstSteps } from '#lib/server/figures/first-steps.ts';
import { issueEdit } from '#lib/server/figures/content/issue-edit.ts';
import { letters } from './letters.ts';
import { newWorkspace } from './publication.ts';

const actor = { by: null, now: 0 };

async function workspaceOf() {
	const workspace = await newWorkspace();
	await workspace.take(letters(3));
	const isDone = async () =>
		(await firstSteps(workspace.db, await workspace.publication()))?.find(
			({ step }) => step === 'sections'
		)?.done;
	return { workspace, isDone };
}

test('sections as they are read → each with its issues, what its items are, and where it is corrected', async () => {
	const { workspace } = await workspaceOf();
	const sections = await sectionsRead(workspace.db, await workspace.publication());
	expect(sections.length).toBeGreaterThan(1);
	const ids = (await workspace.issues()).map(({ id }) => id);
	for (const { issues, roles, issueId } of sections) {
		expect(issues).toBeGreaterThan(0);
		expect(roles.reduce((sum, { items }) => sum + items, 0)).toBeGreaterThanOrEqual(issues);
		expect(ids).toContain(issueId);
	}
});

test('sections that somebody confirmed → the step is done', async () => {
	const { workspace, isDone } = await workspaceOf();
	expect(await isDone()).toBe(false);
	await confirmSections(workspace.db, await workspace.publication(), actor);
	expect(await isDone()).toBe(true);
	await hideSteps(workspace.db, await workspace.publication());
	expect(await firstSteps(workspace.db, await workspace.publication())).toBeNull();
});

test('a section that somebody corrected → the step is done, and undone with the correction', async () => {
	const { workspace, isDone } = await workspaceOf();
	const { id } = (await workspace.issues())[0]!;
	const edit = async () => issueEdit(workspace.db, await workspace.publication(), id);
	const item = (await edit()).items[0]!;
	await correct(
		workspace.db,
		await workspace.publication(),
		id,
		{ kind: 'move', item: item.id, section: 'Elsewhere' },
		actor
	);
	expect(await isDone()).toBe(true);
	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	expect(await isDone()).toBe(false);
});
