import type { ImportRow } from '#lib/server/figures/imports.ts';
import type { Sending } from './send.ts';
import { shownState } from './shown-state.ts';

/** What became of files that were given together: how many are where, and how much of them is sent. */
export type SendingCounts = {
	waiting: number;
	sending: number;
	/** sent, and read by the server now or soon */
	reading: number;
	/** imported */
	read: number;
	/** had been imported before, or undone: it changed nothing */
	known: number;
	/** waits for an answer */
	question: number;
	failed: number;
	stopped: number;
	/** 0..1 of the bytes of all of them: what is stopped stays unsent */
	share: number;
	/** files that leaving the page would lose */
	unsent: number;
};

type Sent = Pick<Sending, 'state' | 'id' | 'sent' | 'size'>;
type Known = Pick<ImportRow, 'id' | 'state' | 'trouble'>;

const OF_IMPORT = {
	waiting: 'reading',
	running: 'reading',
	done: 'read',
	question: 'question',
	failed: 'failed',
	stopped: 'stopped',
	undoing: 'stopped',
	undone: 'stopped'
} as const;

/**
 * Counts files by what became of them.
 *
 * @param imports all there are
 * @param before what was sent and had been imported before, by the numbers that it was given
 */
export function sendingCounts(
	sendings: readonly Sent[],
	imports: readonly Known[],
	before: ReadonlySet<number>
): SendingCounts {
	const known = new Map(imports.map((row) => [row.id, row]));
	const counts = {
		waiting: 0,
		sending: 0,
		reading: 0,
		read: 0,
		known: 0,
		question: 0,
		failed: 0,
		stopped: 0
	};
	for (const { state, id } of sendings) {
		const row = id === null ? undefined : known.get(id);
		if (state !== 'taken') counts[state]++;
		// what an archive holds is imported under numbers of its own
		else if (!row) counts[id !== null && before.has(id) ? 'known' : 'read']++;
		else counts[OF_IMPORT[shownState(row)]]++;
	}

	const bytes = (part: (one: Sent) => number) =>
		// an empty file is a file, too
		sendings.reduce((sum, one) => sum + part(one) * (one.size + 1), 0);
	const gone = bytes(({ state, sent }) =>
		state === 'waiting' || state === 'stopped' ? 0 : state === 'sending' ? sent : 1
	);
	return {
		...counts,
		share: sendings.length ? gone / bytes(() => 1) : 1,
		unsent: counts.waiting + counts.sending
	};
}

/** How many files are listed by themselves. */
const LISTED = 8;

/** Those that are worth a row of their own, sent now or not taken, and the rest, which is folded. */
export function listedSendings<One extends Pick<Sending, 'state'>>(sendings: readonly One[]) {
	const shown = sendings.filter(({ state }) => state !== 'taken');
	if (shown.length <= LISTED) return { first: shown, folded: [] };
	const now = shown.filter(({ state }) => state === 'sending');
	const failed = shown.filter(({ state }) => state === 'failed');
	const first = [...now, ...failed].slice(0, LISTED);
	return { first, folded: shown.filter((one) => !first.includes(one)) };
}
