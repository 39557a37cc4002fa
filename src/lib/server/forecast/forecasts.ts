import {
	backtestRecord,
	type Record as Score,
	type Backtested
} from '#lib/measure/forecast/backtest.ts';
import { archiveOf, type Archive } from '../figures/archive.ts';
import { beside } from '../figures/beside.ts';
import { issueRows } from '../figures/content/issues.ts';
import { forecastsOf, type StoredForecast } from '../store/content/forecasts.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import {
	predictedOf,
	saidOf,
	type ForecastBody,
	type Foreseen,
	type ForeseenItem,
	type KeptItem,
	type Unforeseen
} from './kept-body.ts';
import type { Predicted } from '#lib/measure/forecast/predicted.ts';
import { issueOfDraft, type SentDraft } from './sent-issue.ts';

export type { Predicted, Unforeseen };

/** What became of a draft: the issue that it was sent as, and what it got. */
export type Outcome = {
	issueId: number;
	number: number | null;
	title: string;
	/** UTC milliseconds */
	sentAt: number | null;
	delivered: number | null;
	/** clickers of the draft's items together */
	clickers: number | null;
	/** clicks may still come */
	open: boolean;
};

/** A forecast with what came: null as long as its issue is not sent and imported. */
export type ForecastLine = Omit<Foreseen, 'items' | 'total'> & {
	id: number;
	title: string;
	number: number | null;
	/** YYYY-MM-DD, where the draft says it */
	date: string | null;
	/** UTC milliseconds */
	madeAt: number;
	/** the account that made it; null for the command line */
	by: string | null;
	/** made after its issue was sent: it is in no record */
	hindsight: boolean;
	items: (ForeseenItem & { clickers: number | null; naive: number | null })[];
	total: (Predicted | Unforeseen) & { clickers: number | null; naive: number | null };
	outcome: Outcome | null;
};

/** How good forecasts have been; null where none can be judged yet. */
export type TrackRecord = { issues: number; items: Score | null; totals: Score | null };

export type ForecastFigures = {
	/** the newest first */
	forecasts: ForecastLine[];
	/** of those kept, whose issues have been sent since */
	record: TrackRecord;
};

/** Every forecast that was kept, with what came, and how good they have been. */
export const forecastFigures = beside('forecasts', figures);

async function figures(db: Db, publication: Publication): Promise<ForecastFigures> {
	const archive = await archiveOf(db, publication);
	const forecasts: ForecastLine[] = [];
	for (const row of await forecastsOf(db, publication.id))
		forecasts.push(await forecastLine(db, archive, row));
	return { forecasts, record: trackRecord(forecasts) };
}

/** A forecast with what came of it. */
export async function forecastLine(
	db: Db,
	archive: Archive,
	row: StoredForecast
): Promise<ForecastLine> {
	const { id, title, number, date, createdAt, by, delivered, hindsight } = row;
	const { items, total, order, naive } = row.body as unknown as ForecastBody;
	const sent = await issueOfDraft(db, archive, { number, items });
	const came = items.map((_, i) => cameOf(sent, i));
	const outcome = sent && outcomeOf(archive, sent, sumOf(items, came));
	return {
		id,
		title,
		number,
		date,
		madeAt: createdAt,
		by,
		delivered,
		hindsight,
		items: items.map((item, i) => ({
			...saidOf(item),
			clickers: came[i]!,
			naive: item.naive
		})),
		total: { ...predictedOf(total), clickers: outcome?.clickers ?? null, naive },
		order,
		outcome
	};
}

function cameOf(sent: SentDraft | null, i: number): number | null {
	const rollup = sent?.items[i]?.rollup;
	return rollup ? (rollup.clickers ?? rollup.clicks) : null;
}

/** What the items that were forecast got together; null where one of them is not known. */
function sumOf(items: readonly KeptItem[], came: readonly (number | null)[]): number | null {
	const counted = came.filter((_, i) => items[i]!.expected !== null);
	return counted.some((clickers) => clickers === null)
		? null
		: counted.reduce<number>((sum, clickers) => sum + clickers!, 0);
}

function outcomeOf(archive: Archive, { issue }: SentDraft, clickers: number | null): Outcome {
	const [row] = issueRows(archive, [issue]);
	return {
		issueId: issue.id,
		number: issue.number,
		title: issue.title,
		sentAt: issue.sentAt,
		delivered: issue.rollup?.delivered ?? null,
		clickers,
		open: row!.open
	};
}

/**
 * How good kept forecasts have been. Of several of one issue the last made counts, and none that was made
 * when its clicks were known.
 */
function trackRecord(forecasts: readonly ForecastLine[]): TrackRecord {
	const judged = new Map<number, ForecastLine>();
	for (const line of forecasts)
		if (line.outcome && !line.hindsight && !judged.has(line.outcome.issueId))
			judged.set(line.outcome.issueId, line);
	const lines = [...judged.values()];
	const backtested = (row: ForecastLine['total'] | ForecastLine['items'][number]): Backtested[] =>
		row.expected === null || row.clickers === null || row.naive === null
			? []
			: [{ forecast: row as Predicted, came: row.clickers, naive: row.naive }];
	return {
		issues: lines.length,
		items: backtestRecord(lines.flatMap(({ items }) => items.flatMap(backtested))),
		totals: backtestRecord(lines.flatMap(({ total }) => backtested(total)))
	};
}
