import { lastTime } from '#lib/measure/forecast/backtest.ts';
import type { RawDocument } from '#lib/issue/source/document.ts';
import { Trouble } from '#lib/trouble.ts';
import { archiveOf, type Archive } from '../figures/archive.ts';
import { beside } from '../figures/beside.ts';
import { topicName } from '../figures/content/items.ts';
import { readDraft, type Draft } from '../ingest/read-draft.ts';
import { keepForecast, type StoredForecast } from '../store/content/forecasts.ts';
import type { Actor } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { Arrangement, type Arranged } from './arranged.ts';
import { orderFor, type Goal } from './goal.ts';
import {
	predictedOf,
	saidOf,
	noForecast,
	type ForecastBody,
	type Foreseen,
	type KeptItem,
	type OrderedItem
} from './kept-body.ts';
import { outlookOf, type NotYet, type Outlook } from './outlook.ts';
import { issueOfDraft } from './sent-issue.ts';

/** What is said of a draft, where it can be kept, and why nothing is where it cannot be forecast yet. */
export type TriedDraft = {
	draft: Pick<Draft, 'title' | 'number' | 'date' | 'confidence'>;
	delivered: number | null;
	body: ForecastBody;
	/** its issue was sent already, and its clicks are known */
	hindsight: boolean;
	notYet: NotYet | null;
	/** how many issues there are to go by */
	issues: number;
};

/** What a person says of a draft: how many it will be delivered to, and what its order is to bring. */
export type DraftTerms = { delivered: number | null; goal?: Goal };

/**
 * Reads a draft as one more issue of the publication and forecasts it. Nothing of it is stored.
 *
 * @throws {Trouble} fileEmpty, fileBinary, documentUnreadable, draftEmpty, notASponsor
 */
export const tryDraft = beside('try draft', tried);

async function tried(
	db: Db,
	publication: Publication,
	raw: RawDocument,
	{ delivered, goal = { kind: 'clickers' } }: DraftTerms
): Promise<TriedDraft> {
	const { items, ...draft } = await readDraft(db, publication, raw);
	if (items.length === 0) throw new Trouble('draftEmpty');
	if (goal.kind === 'sponsor') checkSponsor(items, goal.position);
	const archive = await archiveOf(db, publication);
	const names = new Map(archive.topics.map((topic) => [topic.id, topicName(topic, publication)]));
	const bare = items.map(({ title, position, role, section, ...rest }): KeptItem => ({
		title,
		position: position,
		role,
		section,
		topics: rest.topicIds.map((id) => names.get(id) ?? ''),
		...noForecast,
		draft: {
			format: rest.format,
			sectionKey: rest.sectionKey,
			topicIds: rest.topicIds,
			authors: rest.authors,
			pages: rest.pages
		},
		factors: null,
		naive: null
	}));
	const hindsight = (await issueOfDraft(db, archive, { ...draft, items: bare })) !== null;
	const outlook = outlookOf(archive, delivered);
	if ('notYet' in outlook) {
		const body = {
			items: bare,
			total: noForecast,
			naive: null,
			order: [],
			byClicks: false,
			scales: false
		};
		return { draft, delivered, body, hindsight, ...outlook };
	}
	return {
		draft,
		delivered: outlook.delivered,
		body: bodyOf(archive, outlook, bare, goal),
		hindsight,
		notYet: null,
		issues: outlook.issues
	};
}

/** @throws {Trouble} notASponsor */
function checkSponsor(items: Draft['items'], position: number) {
	const sponsors = items.filter(({ role }) => role === 'sponsor').map(({ position }) => position);
	if (!sponsors.includes(position))
		throw new Trouble('notASponsor', { position, known: sponsors.join(', ') || '–' });
}

function bodyOf(
	archive: Archive,
	outlook: Outlook,
	bare: readonly KeptItem[],
	goal: Goal
): ForecastBody {
	const arrangement = new Arrangement(archive, outlook, bare);
	const asDrafted = arrangement.forecast();
	const order = orderFor(arrangement, bare, goal);
	const { last, byClicks, scales } = outlook;
	const items = bare.map((item, i): KeptItem => {
		const prediction = asDrafted.items[i];
		const naive = lastTime(last, item.position);
		return prediction
			? { ...item, ...predictedOf(prediction), factors: prediction.factors, naive }
			: { ...item, naive: null };
	});
	return {
		items,
		total: predictedOf(asDrafted.total),
		naive: last.length ? last.reduce((sum, { clickers }) => sum + clickers, 0) : null,
		order: orderedItems(bare, order, arrangement.forecast(order)),
		byClicks,
		scales
	};
}

/** Items in an order with what each will probably get there. */
function orderedItems(
	items: readonly Pick<KeptItem, 'title'>[],
	order: readonly number[],
	{ items: predictions }: Arranged
): OrderedItem[] {
	return order.map((item, index) => ({
		position: index + 1,
		title: items[item]!.title,
		expected: predictions[index]?.expected ?? null
	}));
}

/** What a draft's forecast says, as `forecast --json` prints it. */
export function foreseenOf({ delivered, body }: Pick<TriedDraft, 'delivered' | 'body'>): Foreseen {
	return { delivered, items: body.items.map(saidOf), total: body.total, order: body.order };
}

/**
 * Forecasts a draft and keeps what was said, to be held against what comes. What cannot be forecast yet
 * is not kept.
 *
 * @throws {Trouble} fileEmpty, fileBinary, documentUnreadable, draftEmpty
 */
export async function makeForecast(
	db: Db,
	publication: Publication,
	raw: RawDocument,
	given: DraftTerms,
	{ by, now }: Actor
): Promise<TriedDraft & { kept: StoredForecast | null }> {
	const tried = await tryDraft(db, publication, raw, given);
	if (tried.notYet) return { ...tried, kept: null };
	const { draft, delivered, body, hindsight } = tried;
	const kept = await keepForecast(db, {
		publicationId: publication.id,
		title: draft.title ?? body.items[0]!.title,
		number: draft.number,
		date: draft.date,
		delivered,
		hindsight,
		body: { ...body },
		createdAt: now,
		by
	});
	return { ...tried, kept };
}
