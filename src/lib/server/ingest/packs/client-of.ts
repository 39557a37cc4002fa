import type { EventFact } from '#lib/providers/facts.ts';
import { withoutAddresses } from '#lib/url/address.ts';
import type { Client } from '../../store/events/clients.ts';
import { agentClass } from './agent.ts';

/** What an event says of the program behind it, as far as it is kept. */
export function clientOf({ machine, agent, device, country }: EventFact): Omit<Client, 'id'> {
	return {
		machine: machine ?? false,
		agent: agentClass(agent),
		// a column that was taken for another may hold anything
		device: withoutAddresses(device ?? ''),
		country: withoutAddresses(country ?? '')
	};
}

/** The same for events of one program, and quick to make: it is asked for every row. */
export function clientKey({ machine, agent, device, country }: EventFact) {
	if (machine === undefined && agent === undefined && device === undefined && country === undefined)
		return '';
	return `${machine ? 1 : 0}\t${device ?? ''}\t${country ?? ''}\t${agent ?? ''}`;
}
