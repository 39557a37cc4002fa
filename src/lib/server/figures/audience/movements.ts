import { nameKey } from '#lib/name-key.ts';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';
import type { AudienceSpan } from './audience-span.ts';

/** Readers who joined, and who left, on the days of a period. */
export type Movements = { joined: number; left: number };

/**
 * Who joined and who left within a period, of all readers and by the index of their channel. Readers who left
 * and came back count twice. Readers who never confirmed have not joined; readers without dates in any list
 * are not counted.
 */
export function movementsOf(
	{ length, joined, left, pending, channel, earlier }: ReaderColumns,
	{ from, asOf }: Pick<AudienceSpan, 'from' | 'asOf'>
): { all: Movements; byChannel: Movements[]; without: Movements } {
	const none = (): Movements => ({ joined: 0, left: 0 });
	const all = none();
	const without = none();
	const byChannel = channel.names.map(none);
	const within = (at: number) => at >= (from ?? -Infinity) && at <= asOf;
	const count = (joined: number, left: number, word: number) => {
		if (joined > asOf) return;
		for (const sum of [all, byChannel[word] ?? without]) {
			if (within(joined)) sum.joined++;
			if (within(left)) sum.left++;
		}
	};
	for (let reader = 0; reader < length; reader++)
		if (!pending[reader]) count(joined[reader]!, left[reader]!, channel.of[reader]!);
	for (let stay = 0; stay < earlier.length; stay++)
		count(earlier.joined[stay]!, earlier.left[stay]!, channel.of[length + stay]!);
	return { all, byChannel, without };
}

/** Whether a period begins after the last instant at which it is known who joined, or who left. */
export function isAfter(until: number | null, { from }: Pick<AudienceSpan, 'from'>): boolean {
	return until !== null && from !== null && from > until;
}

/**
 * Whether lists hold only readers who left: who else joined, and who is still there, they do not say.
 * Readers who never confirmed tell neither.
 */
export function isOfLeavers({
	length,
	left,
	pending
}: Pick<ReaderColumns, 'length' | 'left' | 'pending'>): boolean {
	let gone = 0;
	for (let reader = 0; reader < length; reader++) {
		if (pending[reader]) continue;
		if (!Number.isFinite(left[reader]!)) return false;
		gone++;
	}
	return gone > 0;
}

/**
 * Whether any reader's signup has a date: if none has, or if lists hold only readers who left, the number who
 * joined is unknown, not 0.
 */
export function knowsJoining(readers: ReaderColumns): boolean {
	const { joined, earlier } = readers;
	const isDated = [joined, earlier.joined].some((dates) => dates.some((at) => !Number.isNaN(at)));
	return isDated && !isOfLeavers(readers);
}

/**
 * Readers who joined in the period, by one channel or by any or none; null if no signup has a date, and if
 * lists end before the period begins.
 */
export function joinedBy(
	columns: ReaderColumns,
	span: Pick<AudienceSpan, 'from' | 'asOf' | 'knownUntil'>,
	channel: string | null
): number | null {
	if (!knowsJoining(columns) || isAfter(span.knownUntil.joined, span)) return null;
	const { all, byChannel } = movementsOf(columns, span);
	if (channel === null) return all.joined;
	return byChannel.reduce(
		(sum, { joined }, place) =>
			sum + (nameKey(columns.channel.names[place]!) === nameKey(channel) ? joined : 0),
		0
	);
}
