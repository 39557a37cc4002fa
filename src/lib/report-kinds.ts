import type { Narrowed } from './filters/filters.ts';

/** What a report is of, and what its form asks for: a period, one issue, a sponsor, one placement. */
type ReportOf = 'period' | 'issue' | 'sponsor' | 'placement';

/** All there is to know of one kind of report: forms, commands, links, mail and documents go by it. */
type ReportKindRecord = {
	/** in addresses and on the command line; its words are `report.kind.<kind>` */
	kind: string;
	of: ReportOf;
	/** when it can go out by itself: on a day of the week or month, after each issue, or never */
	schedulable: 'date' | 'issue' | 'never';
	/** pages that a link shows as this report, by their place below the publication */
	livePages: readonly string[];
	/** on paper it is one page, as small as that has to be */
	onePage?: true;
	/** what of it filters narrow */
	narrows: readonly Narrowed[];
};

/**
 * Every kind of report, in the order in which forms offer them. How each is made stands beside them
 * in `server/report/kinds/bodies.ts`, which does not compile while one is missing.
 */
export const reportKindRecords = [
	{
		kind: 'editorial',
		of: 'period',
		schedulable: 'date',
		livePages: ['authors'],
		narrows: ['overview', 'topics', 'items', 'sections', 'issues', 'verdicts']
	},
	{
		kind: 'management',
		of: 'period',
		schedulable: 'date',
		livePages: [''],
		onePage: true,
		narrows: ['overview', 'topics', 'items', 'issues']
	},
	{
		kind: 'acquisition',
		of: 'period',
		schedulable: 'date',
		livePages: ['audience', 'channels'],
		narrows: ['audience', 'channels']
	},
	{
		kind: 'issue',
		of: 'issue',
		schedulable: 'issue',
		livePages: ['issues/*'],
		narrows: ['issue']
	},
	{
		kind: 'sponsor',
		of: 'sponsor',
		schedulable: 'date',
		livePages: ['sponsors'],
		narrows: ['sponsors']
	},
	{
		kind: 'receipt',
		of: 'placement',
		// of one placement: it falls due never again
		schedulable: 'never',
		livePages: ['sponsors/*'],
		narrows: ['issue']
	}
] as const satisfies readonly ReportKindRecord[];

type Known = (typeof reportKindRecords)[number];
export type ReportKind = Known['kind'];

/** The kinds by name. */
export const reportKinds = reportKindRecords.map(({ kind }) => kind) as [
	ReportKind,
	...ReportKind[]
];

/** What is known of a kind. */
export function reportKind(kind: ReportKind): ReportKindRecord & { kind: ReportKind } {
	const records: readonly ReportKindRecord[] = reportKindRecords;
	return records.find((one) => one.kind === kind) as ReportKindRecord & { kind: ReportKind };
}

/** Kinds that can go out by themselves in that way. */
export function kindsDue(when: 'date' | 'issue'): ReportKind[] {
	return reportKindRecords
		.filter(({ schedulable }) => schedulable === when)
		.map(({ kind }) => kind);
}

/** Whether it is of sponsors: without a placement there is nothing to report on. */
export function isOfSponsors(kind: ReportKind): boolean {
	const { of } = reportKind(kind);
	return of === 'sponsor' || of === 'placement';
}

/**
 * Which report a link to a page shows.
 *
 * @param page its place below the publication, '' for the overview, with `*` for what is one of many
 */
export function kindOfPage(page: string): ReportKind | null {
	const pages: readonly ReportKindRecord[] = reportKindRecords;
	const match = pages.find(({ livePages }) => livePages.includes(page));
	return match ? (match.kind as ReportKind) : null;
}
