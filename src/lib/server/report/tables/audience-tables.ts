import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { AudienceFigures } from '../../figures/audience/audience.ts';
import { cohortTable } from './cohort-tables.ts';
import { tableOf, type Table } from './table.ts';

/** The tables of the audience page, by name. */
export const audienceTables = {
	months,
	engaged,
	channels,
	tiers,
	cohorts: cohortTable,
	curves,
	tenure,
	companies,
	issues,
	topics,
	times,
	devices,
	countries
} satisfies Record<string, (figures: AudienceFigures, locale: Locale) => Table>;

export type AudienceTable = keyof typeof audienceTables;

function months({ months }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.month']({}, o), ({ month }) => month],
			[m['table.running']({}, o), ({ running }) => m[running ? 'answer.yes' : 'answer.no']({}, o)],
			[m['table.joined']({}, o), ({ joined }) => joined, 'count', 'people'],
			[m['table.left']({}, o), ({ left }) => left, 'count', 'people'],
			[m['table.net']({}, o), ({ net }) => net, 'count'],
			[m['table.there']({}, o), ({ there }) => there, 'count', 'people'],
			[m['table.engaged']({}, o), ({ engaged }) => engaged, 'count', 'people']
		],
		months
	);
}

function engaged({ engaged }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.period']({}, o), ({ at }) => new Date(at).toISOString().slice(0, 10)],
			[m['table.engaged']({}, o), ({ engaged }) => engaged, 'count', 'people'],
			[m['table.partial']({}, o), ({ partial }) => m[partial ? 'answer.no' : 'answer.yes']({}, o)]
		],
		engaged
	);
}

function channels({ channels }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.channel']({}, o), ({ channel }) => channel ?? m['audience.channel.none']({}, o)],
			[m['table.joined']({}, o), ({ joined }) => joined, 'count', 'people'],
			[m['table.left']({}, o), ({ left }) => left, 'count', 'people'],
			[m['table.there']({}, o), ({ there }) => there, 'count', 'people'],
			[m['table.engaged']({}, o), ({ engaged }) => engaged.readers, 'count', 'people'],
			[m['table.engagedShare']({}, o), ({ engaged }) => engaged.share, 'share'],
			[m['table.low']({}, o), ({ engaged }) => engaged.low, 'share'],
			[m['table.high']({}, o), ({ engaged }) => engaged.high, 'share'],
			[m['table.kept']({}, o), ({ kept }) => kept?.share ?? null, 'share'],
			[m['table.low']({}, o), ({ kept }) => kept?.low ?? null, 'share'],
			[m['table.high']({}, o), ({ kept }) => kept?.high ?? null, 'share']
		],
		channels
	);
}

function tiers({ tiers }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.tier']({}, o), ({ tier }) => m[`tier.${tier}`]({}, o)],
			[m['table.readers']({}, o), ({ readers }) => readers, 'count', 'people'],
			[m['table.share']({}, o), ({ share }) => share, 'share'],
			[m['table.young']({}, o), ({ young }) => young, 'count', 'people'],
			[m['table.opened']({}, o), ({ opened }) => opened, 'count', 'people'],
			[m['table.proxied']({}, o), ({ proxied }) => proxied, 'count', 'people']
		],
		tiers
	);
}

function curves({ curves }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	const points = curves.flatMap(({ channel, points }) =>
		points.map((point) => ({ channel, ...point }))
	);
	return tableOf(
		[
			[m['table.channel']({}, o), ({ channel }) => channel ?? m['audience.curves.all']({}, o)],
			[m['table.after']({}, o), ({ after }) => after, 'count'],
			[m['table.atRisk']({}, o), ({ atRisk }) => atRisk, 'count', 'people'],
			[m['table.keptShare']({}, o), ({ share }) => share, 'share'],
			[m['table.low']({}, o), ({ low }) => low, 'share'],
			[m['table.high']({}, o), ({ high }) => high, 'share']
		],
		points
	);
}

function tenure({ tenure }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.tenure']({}, o), ({ from, to }) => tenureWords(from, to, locale)],
			[m['table.readers']({}, o), ({ readers }) => readers, 'count', 'people'],
			[m['table.engaged']({}, o), ({ engaged }) => engaged, 'count', 'people'],
			[m['table.engagedShare']({}, o), ({ share }) => share, 'share'],
			[m['table.low']({}, o), ({ low }) => low, 'share'],
			[m['table.high']({}, o), ({ high }) => high, 'share']
		],
		tenure
	);
}

function tenureWords(from: number, to: number | null, locale: Locale): string {
	const o = { locale };
	if (to === null) return m['audience.tenure.from']({ from }, o);
	return from === 0
		? m['audience.tenure.under']({}, o)
		: m['audience.tenure.between']({ from, to }, o);
}

function companies({ companies }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.company']({}, o), ({ rank }) => m['audience.company']({ rank }, o)],
			[m['table.readers']({}, o), ({ readers }) => readers, 'count', 'people'],
			[m['table.share']({}, o), ({ share }) => share, 'share'],
			[m['table.engaged']({}, o), ({ engaged }) => engaged, 'count', 'people']
		],
		companies.largest
	);
}

/** So few leave that a rate is said of a thousand. */
function thousand(rate: number | null): number | null {
	return rate === null ? null : rate * 1000;
}

function issues({ issues }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.number']({}, o), ({ number }) => number, 'name'],
			[m['table.title']({}, o), ({ title }) => title],
			[m['table.sentUtc']({}, o), ({ sentAt }) => sentAt, { local: m['table.sent']({}, o) }],
			[m['table.delivered']({}, o), ({ delivered }) => delivered, 'count', 'people'],
			[m['table.clickers']({}, o), ({ clickers }) => clickers, 'count', 'people'],
			[m['table.clickRate']({}, o), ({ rate }) => rate, 'rate'],
			[m['table.unsubscribed']({}, o), ({ unsubscribed }) => unsubscribed, 'count', 'people'],
			[m['table.left']({}, o), ({ left }) => left, 'count', 'people'],
			[m['table.complained']({}, o), ({ complained }) => complained, 'count', 'people'],
			[m['table.leavingPer']({}, o), ({ share }) => thousand(share), 'decimal'],
			[m['table.low']({}, o), ({ low }) => thousand(low), 'decimal'],
			[m['table.high']({}, o), ({ high }) => thousand(high), 'decimal']
		],
		issues
	);
}

function topics({ topics }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.topic']({}, o), ({ topic }) => topic],
			[m['table.with']({}, o), (row) => row.with, 'count', 'people'],
			[m['table.without']({}, o), ({ without }) => without, 'count', 'people'],
			[m['table.leavingPer']({}, o), ({ rate }) => thousand(rate), 'decimal'],
			[m['table.difference']({}, o), ({ change }) => thousand(change), 'decimal'],
			[m['table.low']({}, o), ({ low }) => thousand(low), 'decimal'],
			[m['table.high']({}, o), ({ high }) => thousand(high), 'decimal']
		],
		topics
	);
}

function times({ times }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	const weekday = (value: number) => m[`weekday.${value as 1 | 2 | 3 | 4 | 5 | 6 | 7}`]({}, o);
	return tableOf(
		[
			[m['table.weekday']({}, o), ({ of, value }) => (of === 'weekday' ? weekday(value) : null)],
			[
				m['table.sentHour']({}, o),
				({ of, value }) => (of === 'hour' ? `${String(value).padStart(2, '0')}:00` : null)
			],
			[m['table.issues']({}, o), ({ issues }) => issues, 'count'],
			[m['table.clickRate']({}, o), ({ rate }) => rate, 'rate'],
			[m['table.low']({}, o), ({ low }) => low, 'rate'],
			[m['table.high']({}, o), ({ high }) => high, 'rate'],
			[m['table.difference']({}, o), ({ change }) => change, 'points'],
			[m['table.low']({}, o), ({ changeLow }) => changeLow, 'points'],
			[m['table.high']({}, o), ({ changeHigh }) => changeHigh, 'points']
		],
		times
	);
}

function devices({ devices }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.device']({}, o), ({ device }) => device],
			[m['table.clickers']({}, o), ({ clickers }) => clickers, 'count', 'people'],
			[m['table.clicks']({}, o), ({ clicks }) => clicks, 'count'],
			[m['table.openersHuman']({}, o), ({ openers }) => openers, 'count', 'people']
		],
		devices
	);
}

function countries({ countries }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.country']({}, o), ({ country }) => country],
			[m['table.readers']({}, o), ({ readers }) => readers, 'count', 'people'],
			[m['table.clickers']({}, o), ({ clickers }) => clickers, 'count', 'people'],
			[m['table.openersHuman']({}, o), ({ openers }) => openers, 'count', 'people']
		],
		countries
	);
}
