import { pack, verdicts, type RuleSet } from './rules.ts';
import type { ClientTrace, JudgedColumns } from './send-events.ts';

/**
 * Judges events by what each carries itself: the service's own flag, and the user agent. One code per event; 0
 * where neither says anything. A proxy also passes on people's clicks, so its name counts only against opens.
 */
export function judgeTraces(
	{ client }: JudgedColumns,
	clients: readonly ClientTrace[],
	kind: 'click' | 'open',
	rules: RuleSet
): Uint8Array {
	const codes = Uint8Array.from(clients, ({ machine, agentClass }) => {
		if (machine && rules.serviceFlag.on) return pack(verdicts.machine, 'serviceFlag');
		if (!rules.userAgent.on) return 0;
		if (agentClass === 'scanner') return pack(verdicts.machine, 'userAgent');
		if (agentClass === 'proxy' && kind === 'open') return pack(verdicts.machine, 'privacyProxy');
		return 0;
	});

	return Uint8Array.from(client, (trace) => codes[trace] ?? 0);
}
