import { issueLabel } from '#lib/issue-label.ts';
import { Trouble } from '#lib/trouble.ts';
import { matchingItem, type CorrectionStep } from '../derive/apply-corrections.ts';
import {
	correctionKind,
	type CorrectionPart,
	type CorrectionRequest,
	type ItemAt,
	type ReadingChange
} from '../derive/correction-kinds.ts';
import { enqueueDerivation, deriveIssue } from '../derive/derive-issue.ts';
import { giveSectionNames } from '../derive/section-names.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { addCorrection, correctionsOf, setUndone } from '../store/content/corrections.ts';
import { ownIssue, type Issue } from '../store/content/issues.ts';
import { itemsOfIssue, linksOfIssue } from '../store/content/items.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { topicsSaid } from '../store/content/topic-changes.ts';
import { pageKeys } from '../store/events/urls.ts';
import { withOthers } from './assign-topics.ts';
import { refuseMovedOn } from './refuse-moved-on.ts';
import { exchangeRules } from './template-rules.ts';
import { assignTopicsWithin } from './topics.ts';

/**
 * Corrects how an issue reads, and derives what follows at once. The change is kept and made again
 * with every new reading; events are not touched.
 *
 * @param shown what the form showed of the item; null where it does not say
 * @throws {Trouble} noSuchIssue, noSuchItem, noSuchHeading; itemMovedOn where another said otherwise since
 */
export async function correct(
	db: Db,
	publication: Publication,
	issueId: number,
	request: CorrectionRequest,
	actor: Actor,
	shown: unknown = null
) {
	await db.transaction(async (tx) => {
		const issue = await ownIssue(tx, publication, issueId);
		await refuseMovedOn(tx, publication, issueId, request, shown);
		const change = await changeOf(tx, issueId, request);
		await addCorrection(tx, issueId, change, actor);
		await derived(tx, publication, issue, actor, 'issue.correct', change);
	});
}

/** What an editor says of one item. */
type TopicsOfItem = {
	item: number;
	topics: readonly number[];
	/** the topics that the form showed: what another said since stays; null where it does not say */
	shown?: readonly number[] | null;
};

/**
 * An editor's word on what an item is about, as a step that an undo in its issue takes back.
 *
 * @throws {Trouble} noSuchIssue, noSuchItem, noSuchTopic
 */
export async function correctTopics(
	db: Db,
	publication: Publication,
	issueId: number,
	{ item, topics, shown = null }: TopicsOfItem,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		await ownIssue(tx, publication, issueId);
		const at = (await itemsAt(tx, issueId)).at(item);
		const said = (await topicsSaid(tx, [item])).get(item);
		const after = withOthers(shown, topics, said);
		const step = { kind: 'topics', item: at, before: said ?? null, after };
		await addCorrection(tx, issueId, step, actor);
		await assignTopicsWithin(tx, publication, item, after, actor);
	});
}

/**
 * Takes the last step back. Nothing happens where there is none.
 *
 * @param of the step as its page named it; null: whichever is the last
 * @throws {Trouble} noSuchIssue; stepMovedOn where another is the last by now
 */
export async function undoCorrection(
	db: Db,
	publication: Publication,
	issueId: number,
	actor: Actor,
	of: number | null = null
) {
	await db.transaction(async (tx) => {
		const issue = await ownIssue(tx, publication, issueId);
		const { undo } = await stepsOf(tx, issueId);
		if (of !== null && undo?.id !== of) throw new Trouble('stepMovedOn');
		if (!undo) return;
		await setUndone(tx, undo.id, true);
		const step = undo.change as CorrectionStep;
		if (step.kind === 'topics')
			await topicsAgain(tx, publication, issueId, step.item, step.before, actor);
		else if (step.kind === 'rule')
			await exchangeRules(tx, publication, [step.rule], step.replaced, actor);
		else await derived(tx, publication, issue, actor, 'issue.undo', step);
	});
}

/**
 * Makes again what was taken back last, unless something was changed since.
 *
 * @param of the step as its page named it; null: whichever it is
 * @throws {Trouble} noSuchIssue; stepMovedOn where it is another by now
 */
export async function redoCorrection(
	db: Db,
	publication: Publication,
	issueId: number,
	actor: Actor,
	of: number | null = null
) {
	await db.transaction(async (tx) => {
		const issue = await ownIssue(tx, publication, issueId);
		const { redo } = await stepsOf(tx, issueId);
		if (of !== null && redo?.id !== of) throw new Trouble('stepMovedOn');
		if (!redo) return;
		await setUndone(tx, redo.id, false);
		const step = redo.change as CorrectionStep;
		if (step.kind === 'topics')
			await topicsAgain(tx, publication, issueId, step.item, step.after, actor);
		else if (step.kind === 'rule')
			await exchangeRules(tx, publication, step.replaced, [step.rule], actor);
		else await derived(tx, publication, issue, actor, 'issue.redo', step);
	});
}

/** The step that an undo takes back, and the one that a redo makes again. */
export async function stepsOf(db: Db | Tx, issueId: number) {
	const all = await correctionsOf(db, [issueId]);
	const last = all.findLastIndex(({ undone }) => !undone);
	return { undo: all[last] ?? null, redo: all[last + 1] ?? null };
}

async function derived(
	tx: Tx,
	publication: Publication,
	issue: Issue,
	actor: Actor,
	action: 'issue.correct' | 'issue.undo' | 'issue.redo',
	change: ReadingChange
) {
	await recordAudit(tx, publication.id, actor, action, {
		issue: issueLabel(issue),
		kind: change.kind
	});
	await deriveIssue(tx, publication, issue);
	if (correctionKind(change.kind).namesSections) await giveSectionNames(tx, publication.id);
	await enqueueDerivation(tx, publication.id);
}

/** Gives the item that was spoken of its topics; one that is gone is passed over. */
async function topicsAgain(
	tx: Tx,
	publication: Publication,
	issueId: number,
	at: ItemAt,
	topics: readonly number[] | null,
	actor: Actor
) {
	const item = (await itemsAt(tx, issueId)).find(at);
	if (item !== undefined) await assignTopicsWithin(tx, publication, item, topics, actor);
}

/** The items of an issue, by their ids of now and by what a later reading understands. */
async function itemsAt(db: Tx, issueId: number) {
	const links = await linksOfIssue(db, issueId);
	const keys = await pageKeys(db, [...new Set(links.map(({ pageId }) => pageId))]);
	const items = (await itemsOfIssue(db, issueId)).map(({ id, title, position }) => {
		const own = links.filter(({ itemId }) => itemId === id);
		return { id, title, position, links: own.map(({ pageId }) => ({ key: keys.get(pageId)! })) };
	});
	return {
		/** @throws {Trouble} noSuchItem */
		at(id: number): ItemAt {
			const item = items.find((candidate) => candidate.id === id);
			if (!item) throw new Trouble('noSuchItem');
			return { title: item.title, page: item.links[0]?.key ?? null, position: item.position };
		},
		find: (at: ItemAt) => matchingItem(items, at)?.id,
		/** @throws {Trouble} noSuchItem */
		page(id: number): string {
			const key = keys.get(id);
			if (key === undefined) throw new Trouble('noSuchItem');
			return key;
		}
	};
}

/** A request in words that a later reading understands. @throws {Trouble} noSuchItem */
async function changeOf(
	db: Tx,
	issueId: number,
	request: CorrectionRequest
): Promise<ReadingChange> {
	const { at, page } = await itemsAt(db, issueId);
	const { kind, ...asked } = request;
	const { parts } = correctionKind(kind);
	const keptOf = (part: CorrectionPart, value: unknown) => {
		if (part === 'page') return page(value as number);
		const isItem = part === 'item' || part === 'otherItem';
		return isItem && value !== null ? at(value as number) : value;
	};
	const kept = Object.entries(asked).map(([name, value]) => [name, keptOf(parts[name]!, value)]);
	return { kind, ...Object.fromEntries(kept) } as ReadingChange;
}
