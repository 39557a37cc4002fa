import type { RecentSends } from '#lib/measure/verdicts/recent-sends.ts';
import { loneChecks, type LoneCounts } from '#lib/measure/verdicts/lone-checks.ts';
import { verdicts, type RuleSet } from '#lib/measure/verdicts/rules.ts';
import type { JudgedColumns, SendTrace } from '#lib/measure/verdicts/send-events.ts';
import { judgeSend } from '#lib/measure/verdicts/verdicts.ts';
import type { Archive } from './archive.ts';
import type { Events } from './events.ts';

/** What the rules said of an archive's events, by their index, and of its readers. */
export type JudgedArchive = {
	clicks: Uint8Array;
	opens: Uint8Array;
	/** reader indexes behind a privacy proxy as of each issue; null while it could not be told */
	proxied: (ReadonlySet<number> | null)[];
	/** by issue, what of the clicks that count are probably lone checks */
	lone: ReturnType<typeof loneChecks>;
};

/** Judges a whole archive send by send, as an import does. */
export function judgeArchive(archive: Archive, rules: RuleSet): JudgedArchive {
	const clicks = new Uint8Array(archive.clicks.reader.length);
	const opens = new Uint8Array(archive.opens.reader.length);
	const proxied: JudgedArchive['proxied'] = [];
	const lone: (LoneCounts | null)[] = [];
	let habits: RecentSends = [];

	const rows = {
		clicks: byIssue(archive.clicks, archive.issues.length),
		opens: byIssue(archive.opens, archive.issues.length),
		deliveries: byIssue(archive.deliveries, archive.issues.length)
	};

	archive.issues.forEach(({ sentAt, links }, issue) => {
		const footer = links.filter((link) => archive.links[link]!.role === 'footer');
		const judged = judgeSend(
			{
				clicks: columns(archive.clicks, rows.clicks[issue]!),
				opens: columns(archive.opens, rows.opens[issue]!),
				clients: [],
				issue: null,
				sentAt: sentAt / 1000,
				delivered: Int32Array.from(
					rows.deliveries[issue]!,
					(i) => archive.deliveries.reader[i]! + 1
				),
				domain: companyOf(archive),
				footerUrls: new Set(footer),
				links: links.length
			},
			habits,
			rules
		);
		lone.push(judged.lone);

		habits = judged.habits;
		rows.clicks[issue]!.forEach((row, i) => (clicks[row] = judged.clicks[i]!));
		rows.opens[issue]!.forEach((row, i) => (opens[row] = judged.opens[i]!));
		proxied.push(judged.proxied && new Set([...judged.proxied].map((id) => id - 1)));
	});

	return { clicks, opens, proxied, lone: loneChecks(lone) };
}

/** Whether a code stands for a person's doing. */
export function isHuman(code: number): boolean {
	return (code & 3) === verdicts.human;
}

function companyOf({ readers: { domain, domains } }: Archive): SendTrace['domain'] {
	const free = domains.indexOf('office.example.com');
	return (reader) => (domain[reader - 1]! < free ? -1 : domain[reader - 1]!);
}

function byIssue({ issue }: { issue: ArrayLike<number> }, issues: number): number[][] {
	const rows: number[][] = Array.from({ length: issues }, () => []);
	for (let i = 0; i < issue.length; i++) rows[issue[i]!]!.push(i);
	return rows;
}

/** Reader ids start from 1: zero is for the anonymous. */
function columns(
	{ reader, at, link }: Omit<Events, 'maker'> & { link?: Uint32Array },
	rows: number[]
): JudgedColumns {
	return {
		reader: Int32Array.from(rows, (i) => reader[i]! + 1),
		url: Int32Array.from(rows, (i) => link?.[i] ?? 0),
		at: Float64Array.from(rows, (i) => at[i]! / 1000),
		client: new Int32Array(rows.length).fill(-1)
	};
}
