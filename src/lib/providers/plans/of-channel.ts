import { changingFacts } from '../changing-facts.ts';
import type { RowReader } from '../facts.ts';

/** A reader of money whose rows are of one channel, where they name none. */
export function ofChannel(read: RowReader, channel: string | undefined): RowReader {
	if (channel === undefined) return read;
	return changingFacts(read, (facts) => {
		for (const fact of facts) if (fact.fact === 'money') fact.channel ??= channel;
		return { facts };
	});
}
