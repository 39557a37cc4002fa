import { statement, type Statement } from './statement.ts';

type Audience = {
	there: number;
	/** null without any click in the window; `few` if it would reveal few readers of a channel */
	engaged: number | 'few' | null;
	/** joined minus left in the period, or in its last year; null if departures are not known in all of it */
	net: number | null;
	/** the period is longer than a year, and `net` covers its last one */
	year: boolean;
	/** narrowed to a channel: there may be other readers */
	isNarrowed?: boolean;
	/** clicks end before the period does */
	late?: boolean;
	/** clicks are known for only part of the window: it begins before them, or they end before it does */
	partial?: boolean;
	/** readers are known only by their clicks: all of them are engaged, and there may be others */
	unlisted?: boolean;
	/** lists hold only readers who left */
	gone?: boolean;
};

/**
 * The sentence at the head of the audience page: how many readers there are, what share of them is engaged,
 * and whether more joined than left. All of it is counted, nothing estimated.
 */
export function audienceFinding({
	there,
	engaged,
	net,
	year,
	isNarrowed,
	late,
	partial,
	unlisted,
	gone
}: Audience): Statement {
	if (there === 0 && gone) return statement('finding.audience.gone', {});
	if (there === 0) return statement(`finding.audience.none${isNarrowed ? 'Here' : ''}`, {});
	const readers = { there: { count: there }, count: { n: there } };
	if (unlisted) return statement('finding.audience.unlisted', readers);
	if (engaged === null)
		return statement(`finding.audience.${late ? 'noRecentClicks' : 'noClicks'}`, readers);
	if (engaged === 'few') return statement('finding.audience.few', readers);

	const values = { ...readers, share: { share: engaged / there } };
	// whoever clicked on the other days is not counted
	if (partial && engaged < there) return statement('finding.audience.atLeast', values);
	if (net === null) return statement('finding.audience.survivors', values);
	if (net === 0) return statement('finding.audience.even', values);
	return statement(`finding.audience.${net > 0 ? 'more' : 'fewer'}${year ? 'InYear' : ''}`, {
		...values,
		n: { n: Math.abs(net) },
		number: { count: Math.abs(net) }
	});
}

const inReport = {
	'finding.audience.none': 'report.says.audience.none',
	'finding.audience.unknown': 'report.says.audience.unknown',
	'finding.audience.gone': 'report.says.audience.gone',
	'finding.audience.noneHere': 'report.says.audience.noneHere',
	'finding.audience.unlisted': 'report.says.audience.unlisted',
	'finding.audience.noClicks': 'report.says.audience.noClicks',
	'finding.audience.noRecentClicks': 'report.says.audience.noRecentClicks',
	'finding.audience.few': 'report.says.audience.few',
	'finding.audience.survivors': 'report.says.audience.survivors',
	'finding.audience.atLeast': 'report.says.audience.atLeast',
	'finding.audience.even': 'report.says.audience.even',
	'finding.audience.more': 'report.says.audience.more',
	'finding.audience.fewer': 'report.says.audience.fewer',
	'finding.audience.moreInYear': 'report.says.audience.moreInYear',
	'finding.audience.fewerInYear': 'report.says.audience.fewerInYear'
} as const;

/** The same as a sentence within a report. */
export function audienceStatements({ key, values }: Statement): Statement[] {
	return [{ key: inReport[key as keyof typeof inReport], values }];
}
