import { addPack } from '#lib/server/editing/own-topics.ts';
import { expect, test } from 'vitest';
import {
	correct,
	correctTopics,
	redoCorrection,
	undoCorrection
} from '#lib/server/editing/corrections.ts';
import type { CorrectionRequest } from '#lib/server/derive/correction-kinds.ts';
import {
	makeRule,
	offersFor,
	removeRule,
	rulesInForce,
	type TemplateRule
} from '#lib/server/editing/template-rules.ts';
import { issueEdit } from '#lib/server/figures/content/issue-edit.ts';
import { rederive } from '#lib/server/derive/rederive.ts';
import type { Files } from '../simulate/sample/table.ts';
import { letters } from './letters.ts';
import { newWorkspace, type Workspace } from './publication.ts';

let clock = 0;
/** Each thing is said after the last. */
const actor = {
	by: null,
	get now() {
		return clock++;
	}
};

/** A publication of so many letters, and the work on the one before the last. */
async function workspaceOf(issues: number) {
	const workspace = await newWorkspace();
	await workspace.take(letters(issues));
	const { id } = (await workspace.issues()).find(({ number }) => number === issues - 1)!;
	const edit = async () => issueEdit(workspace.db, await workspace.publication(), id);
	const item = async (title: string) =>
		(await edit()).items.find((one) => one.title.includes(title))!;
	const request = async (asked: CorrectionRequest) =>
		correct(workspace.db, await workspace.publication(), id, asked, actor);
	const offers = async () => offersFor(workspace.db, await workspace.publication(), id);
	const make = async (rule: TemplateRule, shown: unknown = null) =>
		makeRule(workspace.db, await workspace.publication(), id, rule, actor, shown);
	return { workspace, id, edit, item, request, offers, make };
}

const rulesOf = async (workspace: Workspace) =>
	(await rulesInForce(workspace.db, await workspace.publication())).map(({ rule }) => rule);

test('a correction made a rule → 60 issues as if it had held from the start, until undone', async () => {
	const { workspace, id, item, request, offers, make } = await workspaceOf(60);
	const untouched = await workspace.figures();

	await request({ kind: 'role', item: (await item('bouée')).id, role: 'sponsor' });
	// topics are suggested anew beside it
	await workspace.work();
	const corrected = await workspace.figures();
	const offered = await offers();
	expect(offered.map(({ rule }) => rule.where)).toEqual([
		{ title: 'une bouee pour chacun edition 0' },
		{ heading: 'le mot des amis' },
		{ words: 'avec le soutien de bouees' },
		{ link: 'bouees.example.com' }
	]);
	const { rule, effect } = offered[1]!;
	expect(rule).toMatchObject({
		kind: 'role',
		where: { heading: 'le mot des amis' },
		role: 'sponsor'
	});
	expect(offered.map((offer) => offer.rule.said)).toEqual([
		'Une bouée pour chacun, édition 59',
		'Le mot des amis',
		'Avec le soutien de Bouées',
		'bouees.example.com'
	]);
	expect(effect).toMatchObject({ issues: 59, items: 59 });
	expect(effect.shifts[0]).toMatchObject({
		issue: '60',
		was: { role: 'editorial', section: 'Le mot des amis' },
		now: { role: 'sponsor' }
	});
	// looked at, and nothing done
	expect(await workspace.figures()).toEqual(corrected);

	expect(await make(rule)).toBe(59);
	await workspace.work();
	const ruled = await workspace.figures();
	expect(ruled.items).toHaveLength(180);
	expect(await workspace.differences()).toEqual([]);
	expect((await rulesInForce(workspace.db, await workspace.publication()))[0]).toMatchObject({
		rule,
		effect: { issues: 59, items: 59 }
	});

	const other = await newWorkspace();
	await makeRule(other.db, await other.publication(), null, rule, actor);
	await other.take(letters(60));
	expect(await other.figures()).toEqual(ruled);
	expect((await rulesInForce(other.db, await other.publication()))[0]?.effect.issues).toBe(60);

	// one step back is the rule, the next the correction
	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await workspace.work();
	expect(await workspace.figures()).toEqual(corrected);
	expect(await rulesOf(workspace)).toEqual([]);
	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await workspace.work();
	expect(await workspace.figures()).toEqual(untouched);

	await redoCorrection(workspace.db, await workspace.publication(), id, actor);
	await redoCorrection(workspace.db, await workspace.publication(), id, actor);
	await workspace.work();
	expect(await workspace.figures()).toEqual(ruled);
	expect(await workspace.differences()).toEqual([]);
});

test('a section renamed for all issues → one section, by the name it was given', async () => {
	const { workspace, edit, request, offers, make } = await workspaceOf(8);
	await request({ kind: 'section', from: 'En bref', to: 'Et aussi…' });
	const [offer] = await offers();
	expect(offer).toMatchObject({
		rule: { kind: 'section', where: { heading: 'en bref' }, to: 'Et aussi…' },
		effect: { issues: 7 }
	});
	await make(offer!.rule);
	await workspace.work();
	const names = async () => (await workspace.figures()).sections.map(({ section }) => section);
	expect(new Set(await names())).toEqual(new Set(['Nouvelles', 'Le mot des amis', 'Et aussi…']));

	// only typed otherwise, it is the same section
	await request({ kind: 'section', from: 'Et aussi…', to: 'ET AUSSI !' });
	expect(await names()).toContain('ET AUSSI !');
	expect((await edit()).items.at(-1)!.section).toBe('ET AUSSI !');
	const dirty = { sends: 'all', readers: true } as const;
	await rederive(workspace.db, await workspace.publication(), dirty, 0);
	expect(await names()).toHaveLength(3);
	expect(await workspace.differences()).toEqual([]);
});

const WORDS = [
	'ancre',
	'bouée',
	'corde',
	'digue',
	'écluse',
	'fanal',
	'gaffe',
	'hublot',
	'jetée',
	'quille'
];

/** Letters with an offer each that shares no word, heading and address with the others: only its look. */
function dressed(issues: number): Files {
	const files: Record<string, Uint8Array> = {};
	for (let n = 1; n <= issues; n++) {
		const word = WORDS[n % WORDS.length]!;
		const story = (i: number) =>
			`<h3><a href="https://example.com/${n}-${i}">${WORDS[(n + i) % 10]} et ${WORDS[(n * i) % 10]} au quai ${n}</a></h3><p>Un texte qui en dit plus long sur le sujet.</p>`;
		files[`lettre-${n}.html`] = Buffer.from(
			`<html><head><title>La lettre #${n}</title><meta name="date" content="2025-0${n}-03"></head><body><h1>La lettre #${n}</h1>
			${story(1)}${story(2)}
			<div><h3 style="font-size:15px;text-align:center">Une ${word} neuve chez ${word}</h3><p>Elle tient ${n} ans. <a href="https://${word}.example/achat">Voir</a></p></div>
			${story(3)}</body></html>`
		);
	}
	return files;
}

test('what shares its look alone with others → offered for all that look so, seen in all, taken back in one step', async () => {
	const workspace = await newWorkspace();
	await workspace.take(dressed(6));
	const untouched = await workspace.figures();
	const { id } = (await workspace.issues()).find(({ number }) => number === 5)!;
	const edit = await issueEdit(workspace.db, await workspace.publication(), id);
	const offer = edit.items.find(({ title }) => /chez/i.test(title))!;
	await correct(
		workspace.db,
		await workspace.publication(),
		id,
		{ kind: 'role', item: offer.id, role: 'sponsor' },
		actor
	);
	const offers = await offersFor(workspace.db, await workspace.publication(), id);
	const byLook = offers.find(({ rule }) => 'look' in rule.where)!;
	expect(byLook).toMatchObject({
		rule: { kind: 'role', role: 'sponsor', said: offer.title },
		effect: { issues: 5, items: 5 }
	});
	await makeRule(workspace.db, await workspace.publication(), id, byLook.rule, actor);
	await workspace.work();
	const sold = async () => {
		const results: string[] = [];
		for (const { id } of await workspace.issues())
			for (const item of (await issueEdit(workspace.db, await workspace.publication(), id)).items)
				if (item.role === 'sponsor') results.push(item.title);
		return results;
	};
	expect((await sold()).map((title) => /chez/i.test(title))).toEqual(Array(6).fill(true));
	expect(await workspace.differences()).toEqual([]);

	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await workspace.work();
	expect(await sold()).toEqual([]);
	expect(await workspace.figures()).toEqual(untouched);
});

/** Letters whose stories each have two links that begin paragraphs: they read as sections of two items. */
function doubled(issues: number): Files {
	const files: Record<string, Uint8Array> = {};
	for (let n = 1; n <= issues; n++) {
		const story = (i: number) =>
			`<h2>${WORDS[(n + i) % 10]} et ${WORDS[(n * i + 3) % 10]} au quai ${n}</h2>${[1, 2].map((k) => `<p><a href="https://example.com/${n}-${i}-${k}">Ce que dit ${WORDS[(n + i + k) % 10]}</a> — et tout ce qui s’ensuit.</p>`).join('')}`;
		files[`lettre-${n}.html`] = Buffer.from(
			`<html><head><title>La lettre #${n}</title><meta name="date" content="2025-0${n}-03"></head><body><h1>La lettre #${n}</h1>${story(1)}${story(2)}${story(3)}</body></html>`
		);
	}
	return files;
}

test('a heading said to be an item’s title → offered for all that look so, seen in all, taken back in one step', async () => {
	const workspace = await newWorkspace();
	await workspace.take(doubled(5));
	const { id } = (await workspace.issues()).find(({ number }) => number === 4)!;
	const edit = async (issue: number) =>
		issueEdit(workspace.db, await workspace.publication(), issue);
	const shape = async () => {
		const results: string[] = [];
		for (const one of await workspace.issues()) {
			const { items } = await edit(one.id);
			results.push(items.map(({ section, pages }) => `${section !== null} ${pages.length}`).join());
		}
		return results;
	};
	const sectioned = Array(5).fill(Array(6).fill('true 1').join());
	expect(await shape()).toEqual(sectioned);

	const from = (await edit(id)).items[0]!.section!;
	await correct(workspace.db, await workspace.publication(), id, { kind: 'story', from }, actor);
	expect((await edit(id)).items[0]).toMatchObject({ title: from, section: null });
	const offers = await offersFor(workspace.db, await workspace.publication(), id);
	const byLook = offers.find(({ rule }) => 'over' in rule.where)!;
	expect(byLook).toMatchObject({ rule: { kind: 'story', said: from }, effect: { issues: 4 } });
	await makeRule(workspace.db, await workspace.publication(), id, byLook.rule, actor);
	await workspace.work();
	expect(await shape()).toEqual(Array(5).fill(Array(3).fill('false 2').join()));
	expect(await workspace.differences()).toEqual([]);

	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await workspace.work();
	expect(await shape()).toEqual(sectioned);
});

test('rules in any order, before an import or after it → the same figures', async () => {
	const rules: TemplateRule[] = [
		{ kind: 'section', where: { heading: 'en bref' }, to: 'Nouvelles' },
		{ kind: 'role', where: { words: 'avec le soutien de' }, role: 'sponsor' },
		{ kind: 'links', where: { link: 'example.org/carte' }, role: 'footer' },
		{ kind: 'role', where: { heading: 'nouvelles' }, role: 'house' }
	];
	const some = letters(6);
	const [last, ...first] = Object.entries(some).reverse();
	async function after(order: readonly TemplateRule[], then: Files[]) {
		const workspace = await newWorkspace();
		for (const [i, rule] of order.entries()) {
			if (then[i]) await workspace.take(then[i]);
			await makeRule(workspace.db, await workspace.publication(), null, rule, actor);
			await workspace.work();
		}
		expect(await workspace.differences()).toEqual([]);
		return workspace.figures();
	}
	const usual = await after(rules, [some]);
	expect(usual.items).toEqual([]);
	expect(
		await after(rules.toReversed(), [
			{},
			Object.fromEntries([last!]),
			{},
			Object.fromEntries(first)
		])
	).toEqual(usual);
});

test('topics set for an item that is merged away → there again when the item is', async () => {
	const { workspace, id, edit, item, request } = await workspaceOf(8);
	await addPack(workspace.db, await workspace.publication(), 'technology', actor);
	const [topic] = (await edit()).topics;
	const lock = await item('écluse');
	await correctTopics(
		workspace.db,
		await workspace.publication(),
		id,
		{ item: lock.id, topics: [topic!.id] },
		actor
	);
	const bridge = await item('pont');
	await request({ kind: 'merge', item: lock.id, into: bridge.id });
	expect(await item('écluse')).toBeUndefined();

	const undo = async () => undoCorrection(workspace.db, await workspace.publication(), id, actor);
	await undo();
	expect((await item('écluse')).topics).toEqual([topic!.id]);

	// set here, they are undone here
	await undo();
	await workspace.work();
	expect((await item('écluse')).topics).not.toContain(topic!.id);
	await redoCorrection(workspace.db, await workspace.publication(), id, actor);
	expect((await item('écluse')).topics).toEqual([topic!.id]);
	expect((await edit()).redo).not.toBeNull();
});

test('an item said to be the footer or a heading → read so', async () => {
	const { workspace, item, request, edit } = await workspaceOf(8);
	await request({ kind: 'role', item: (await item('bouée')).id, role: 'footer' });
	await request({ kind: 'heading', item: (await item('écluse')).id });
	expect((await edit()).items.map(({ title, section }) => [title, section])).toEqual([
		['Lire la suite', 'L’écluse numéro 7 est fermée'],
		['Le pont chante encore 7', 'L’écluse numéro 7 est fermée'],
		['La carte du canal 7', 'En bref']
	]);
	expect(await workspace.differences()).toEqual([]);
});

test('a second rule of the same matter → takes the first one’s place; removed → nothing holds', async () => {
	const { workspace, make } = await workspaceOf(8);
	const where = { heading: 'nouvelles' };
	await make({ kind: 'role', where, role: 'house' });
	await workspace.work();
	await make({ kind: 'role', where, role: 'sponsor' });
	await workspace.work();
	const [rule, ...others] = await rulesInForce(workspace.db, await workspace.publication());
	expect(others).toEqual([]);
	expect(rule!.rule).toEqual({ kind: 'role', where, role: 'sponsor' });

	const removed = await removeRule(workspace.db, await workspace.publication(), rule!.id, actor);
	expect(removed).toEqual({ rule: rule!.rule, issues: 8 });
	await workspace.work();
	expect((await workspace.items()).filter(({ role }) => role === 'editorial')).toHaveLength(32);
	expect(await removeRule(workspace.db, await workspace.publication(), rule!.id, actor)).toBeNull();
});

test('two who make contrary rules from the same page → the second is told, and the first’s holds', async () => {
	const { workspace, item, request, offers, make } = await workspaceOf(8);
	await request({ kind: 'role', item: (await item('bouée')).id, role: 'sponsor' });
	const [offer] = await offers();
	expect(offer!.replaces).toEqual([]);
	const contrary = { ...offer!.rule, role: 'house' } as TemplateRule;
	const publication = await workspace.publication();
	const elsewhere = (rule: TemplateRule, shown: unknown) =>
		makeRule(workspace.db, publication, null, rule, actor, shown);
	await elsewhere(contrary, []);

	await expect(make(offer!.rule, offer!.replaces)).rejects.toMatchObject({ code: 'ruleMovedOn' });
	expect(await rulesOf(workspace)).toEqual([contrary]);
	// the same again is no harm; who looks again sees what theirs takes the place of
	await elsewhere(contrary, []);
	const [again] = await offers();
	expect(again).toMatchObject({ rule: offer!.rule, replaces: [contrary] });
	await make(again!.rule, again!.replaces);
	expect(await rulesOf(workspace)).toEqual([offer!.rule]);
});

test('an undo or redo of a rule that another took the place of → refused: never two contrary rules', async () => {
	const { workspace, id, make } = await workspaceOf(8);
	const { db } = workspace;
	const publication = await workspace.publication();
	const where = { heading: 'nouvelles' };
	const rule = (role: 'house' | 'sponsor' | 'footer') => ({ kind: 'role', where, role }) as const;
	const elsewhere = (other: TemplateRule) => makeRule(db, publication, null, other, actor);
	await make(rule('house'));
	await make(rule('sponsor'));
	await elsewhere(rule('footer'));
	const refused = { code: 'ruleMovedOn' };
	await expect(undoCorrection(db, publication, id, actor)).rejects.toMatchObject(refused);
	expect(await rulesOf(workspace)).toEqual([rule('footer')]);

	const [{ id: footer } = { id: 0 }] = await rulesInForce(db, publication);
	await removeRule(db, publication, footer, actor);
	await undoCorrection(db, publication, id, actor);
	expect(await rulesOf(workspace)).toEqual([rule('house')]);
	await elsewhere(rule('footer'));
	await expect(redoCorrection(db, publication, id, actor)).rejects.toMatchObject(refused);
	expect(await rulesOf(workspace)).toEqual([rule('footer')]);
});
