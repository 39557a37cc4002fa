import { issueLabel } from '#lib/issue-label.ts';
import { certaintyOfChange, confirmedOf } from '#lib/findings/certainty.ts';
import { DAY } from '#lib/duration.ts';
import { normalQuantile, Z90 } from '#lib/measure/stats/normal.ts';
import { quantile } from '#lib/measure/stats/quantile.ts';
import { everything } from '#lib/filters/filters.ts';
import { issueListFigures } from '../figures/content/issues.ts';
import { topicFigures } from '../figures/content/topics.ts';
import { machineStep } from '../figures/machine-step.ts';
import { sponsorFigures } from '../figures/sponsors/sponsors.ts';
import { forecastFigures } from '../forecast/forecasts.ts';
import type { Publication } from '../figures/publications.ts';
import type { Db } from '../store/sql/open.ts';

/** Kinds of alerts; what each is called stands under `alerts.kind.<kind>`. */
export const alertKinds = [
	'topicFalls',
	'guaranteeBehind',
	'botsJump',
	'importLate',
	'issueFarFromForecast'
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Something that is worth being told of, with the figures that say so. */
export type Happening = {
	kind: AlertKind;
	/** what it is of, the same at each look */
	subject: string;
	/** when it began, UTC milliseconds, where that is estimated and may move; else null */
	at: number | null;
	/** `clear` where the 90 % interval lies on one side of the average, `leaning` from 8 chances in 10 on */
	certainty: 'clear' | 'leaning';
	/** figures and names */
	facts: Record<string, string | number | null>;
	/** the page that shows it, below the publication's own address */
	path: string;
};

type Found = Omit<Happening, 'kind'>;

/** How each kind is found. */
const finders: Record<
	AlertKind,
	(db: Db, publication: Publication, now: number) => Promise<Found[]>
> = { topicFalls, guaranteeBehind, botsJump, importLate, issueFarFromForecast };

/** All that holds now of these kinds. */
export async function happenings(
	db: Db,
	publication: Publication,
	now: number,
	kinds: readonly AlertKind[] = alertKinds
): Promise<Happening[]> {
	const all: Happening[] = [];
	for (const kind of kinds)
		for (const happening of await finders[kind](db, publication, now))
			all.push({ kind, ...happening });
	return all;
}

/** Topics whose lift fell for good. Guesses at topics are no news. */
async function topicFalls(db: Db, publication: Publication): Promise<Found[]> {
	const { topics } = await topicFigures(db, publication, everything);
	return confirmedOf(topics).flatMap(({ id, topic, change }): Found[] => {
		if (!change) return [];
		const { at, factor, low, high } = change;
		const logs = { low: Math.log(low), high: Math.log(high) };
		const verdict = certaintyOfChange(Math.log(factor), logs);
		if (verdict?.side !== 'below' || !isSure(verdict.certainty)) return [];
		return [
			{
				subject: `topic ${id}`,
				at,
				certainty: verdict.certainty,
				facts: { topic, at, factor, low, high },
				path: `/topics?topic=${id}`
			}
		];
	});
}

function isSure(certainty: string): certainty is Happening['certainty'] {
	return certainty === 'clear' || certainty === 'leaning';
}

/** Chances below which a guarantee is clearly, or likely, not reached. */
const MISSED = 0.05;
const IN_DANGER = 0.2;

/** Guarantees of clicks that are not reached, or will not be as it looks. */
async function guaranteeBehind(db: Db, publication: Publication): Promise<Found[]> {
	const { placements } = await sponsorFigures(db, publication, everything);
	return placements.flatMap((row): Found[] => {
		const { id, sponsor, issueId, issue, guaranteed, clicks, pacing, open } = row;
		if (guaranteed === null || clicks === null || clicks >= guaranteed) return [];
		const chance = open ? (pacing?.chance ?? null) : 0;
		if (chance === null || chance > IN_DANGER) return [];
		return [
			{
				subject: `placement ${sponsor} ${issueId ?? issue}`,
				at: null,
				certainty: chance <= MISSED ? 'clear' : 'leaning',
				facts: {
					sponsor,
					issue,
					guaranteed,
					clicks,
					chance,
					expected: open ? (pacing?.expected ?? null) : null,
					low: open ? (pacing?.low ?? null) : null,
					high: open ? (pacing?.high ?? null) : null
				},
				path: `/sponsors/${id}`
			}
		];
	});
}

/** A lasting step up in the share of bots' clicks: the test behind it leaves one chance in a hundred. */
async function botsJump(db: Db, publication: Publication): Promise<Found[]> {
	const step = await machineStep(db, publication);
	if (!step || step.after <= step.before) return [];
	const { issue, at, before, after } = step;
	return [
		{
			subject: 'bots',
			at,
			certainty: 'clear' as const,
			facts: { issue, at, before, after },
			path: '/verdicts'
		}
	];
}

/** Of fewer issues nobody can tell what is late. */
const LEAST_ISSUES = 8;

/**
 * Whether the latest data are older than the publication's own rhythm explains: than 19 gaps in 20
 * between its issues and a day, clearly where they are older than one and a half times the longest.
 */
async function importLate(db: Db, publication: Publication, now: number): Promise<Found[]> {
	const { issues, dataUpTo } = await issueListFigures(db, publication, everything);
	const sent = issues.flatMap(({ sentAt }) => sentAt ?? []).sort((a, b) => a - b);
	const gaps = sent
		.slice(1)
		.map((at, i) => at - sent[i]!)
		.sort((a, b) => a - b);
	if (sent.length < LEAST_ISSUES || dataUpTo === null) return [];
	const silent = now - dataUpTo;
	const usual = quantile(gaps, 0.95) + DAY;
	if (silent <= usual) return [];
	return [
		{
			// new data end it: the next time is news
			subject: `data ${dataUpTo}`,
			at: null,
			certainty: silent > 1.5 * gaps.at(-1)! + DAY ? 'clear' : 'leaning',
			facts: {
				dataUpTo,
				days: Math.floor(silent / DAY),
				usualDays: Math.round(quantile(gaps, 0.5) / DAY)
			},
			path: '/imports'
		}
	];
}

/** So many standard errors away lie two chances in ten, of both sides together. */
const Z80 = normalQuantile(0.9);

/** Issues that got clearly more or fewer clickers than was forecast of them. */
async function issueFarFromForecast(db: Db, publication: Publication): Promise<Found[]> {
	const { forecasts } = await forecastFigures(db, publication);
	const met = new Set<number>();
	return forecasts.flatMap(({ id, total, outcome, hindsight }): Found[] => {
		// of several of one issue the last that was made counts
		if (!outcome || outcome.open || hindsight || met.has(outcome.issueId)) return [];
		met.add(outcome.issueId);
		const { expected, low, high, clickers } = total;
		if (expected === null || low === null || high === null || clickers === null) return [];
		const far = distance(clickers, expected, low, high);
		if (far <= Z80) return [];
		const { number, title } = outcome;
		return [
			{
				subject: `issue ${outcome.issueId}`,
				at: null,
				certainty: clickers < low || clickers > high ? 'clear' : 'leaning',
				facts: { issue: issueLabel({ number, title }), clickers, expected, low, high },
				path: `/drafts/${id}`
			}
		];
	});
}

/** How many standard errors a count is from what was expected, read off the 90 % interval on that side. */
function distance(came: number, expected: number, low: number, high: number): number {
	const error = (came < expected ? expected - low : high - expected) / Z90;
	return error > 0 ? Math.abs(came - expected) / error : 0;
}
