import type { ReaderColumns } from '../store/reader-columns.ts';
import type { Span } from './audience-span.ts';

/** Readers who joined, and who left, on the days of a period. */
export type Movements = { joined: number; left: number };

/**
 * Who joined and who left within a period, of all readers and by the place of their channel. Who never
 * confirmed has not joined; of whom no list says when, nothing is counted.
 */
export function movementsOf(
	{ length, joined, left, pending, channel }: ReaderColumns,
	{ from, asOf }: Pick<Span, 'from' | 'asOf'>
): { all: Movements; byChannel: Movements[]; without: Movements } {
	const none = (): Movements => ({ joined: 0, left: 0 });
	const all = none();
	const without = none();
	const byChannel = channel.names.map(none);
	const within = (at: number) => at >= (from ?? -Infinity) && at <= asOf;
	for (let reader = 0; reader < length; reader++) {
		if (pending[reader] || joined[reader]! > asOf) continue;
		const own = byChannel[channel.of[reader]!] ?? without;
		for (const sum of [all, own]) {
			if (within(joined[reader]!)) sum.joined++;
			if (within(left[reader]!)) sum.left++;
		}
	}
	return { all, byChannel, without };
}
